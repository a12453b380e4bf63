package vn.ocop.marketplace.search;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a price in what a shopper typed: "dưới 100k", "từ 50 đến 200 nghìn", "khoảng 1tr5", "trên nửa triệu", "100.000đ
 * trở xuống". Amounts are in đồng; people leave "nghìn" out where the thousand is obvious.
 */
final class PriceWords {

    private static final String UNIT = "(k|nghin|ngan|ng|trieu|tr|cu|dong|vnd|d|₫)(?![a-z])";
    private static final String DIGITS = "(\\d{1,3}(?:[.,]\\d{3})+|\\d+(?:[.,]\\d+)?)";
    private static final String SPELLED =
            "(nua|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: (?:muoi|chuc|tram))?(?: (?:ruoi|linh"
                    + " nam|nam muoi))?)";
    private static final String AMOUNT = "(?:" + DIGITS + "\\s*(?:" + UNIT + ")?(?:(?<=tr|trieu)\\s*(\\d)(?!\\d))?|"
            + SPELLED + "\\s+(nghin|ngan|trieu|tram nghin|tram ngan))"
            + "(?:\\s*(?:dong|vnd|₫))?(?![a-z0-9])"
            + "(?!\\s*(?:%|(?:do|g|gr|gram|gam|kg|can|ky|ml|lit|l|tuoi|nam|thang|ngay|sao|con|cai|chiec|hop|chai|goi|tui|hu"
            + "|mon|nguoi|trong)(?![a-z])))";
    private static final String PRICE = "(?<![a-z0-9])(?:(?:gia|muc gia|tam gia|price)\\s+)?";

    private static final Pattern BETWEEN = Pattern.compile(PRICE + "(tu|khoang|tam|trong khoang|from|between)?\\s*"
            + AMOUNT + "\\s*(?:den|toi|-|–|~|to|and)\\s*" + AMOUNT);
    private static final Pattern BELOW = Pattern.compile(PRICE
            + "(?:duoi|khong qua|toi da|nho hon|it hon|re hon|thap hon|chua toi|<=?|under|below|less than|up to|max)\\s*"
            + AMOUNT);
    private static final Pattern ABOVE = Pattern.compile(
            PRICE + "(?:tren|hon|toi thieu|lon hon|it nhat|cao hon|>=?|over|above|more than|at least)\\s*" + AMOUNT);
    private static final Pattern DOWN = Pattern.compile(PRICE + AMOUNT + "\\s*tro xuong");
    private static final Pattern UP = Pattern.compile(PRICE + "(?:tu\\s+)?" + AMOUNT + "\\s*tro len");
    private static final Pattern ABOUT = Pattern.compile(PRICE + "(khoang|tam|chung|co|around|about)?\\s*" + AMOUNT);

    private static final int GROUPS_OF_AMOUNT = 5;
    private static final Map<String, Integer> SPELLED_NUMBERS = Map.of(
            "mot", 1, "hai", 2, "ba", 3, "bon", 4, "nam", 5, "sau", 6, "bay", 7, "tam", 8, "chin", 9, "muoi", 10);
    /** Nobody sells anything for less: a bare number below it means thousands. */
    private static final long LEAST_DONG = 1000;

    private PriceWords() {}

    /** The bounds in đồng, both included, and the text without the words that named them. */
    record Found(@Nullable Long min, @Nullable Long max, String typed, String rest) {

        boolean nothing() {
            return min == null && max == null;
        }
    }

    static Found in(String text) {
        var plain = PlainLetters.of(text);
        var between = BETWEEN.matcher(plain);
        if (between.find() && speaksOfMoney(between, 2, between.group(1) != null)) {
            var shared = unit(between, 2 + GROUPS_OF_AMOUNT);
            var low = amount(between, 2, shared);
            var high = amount(between, 2 + GROUPS_OF_AMOUNT, shared);
            return found(text, between, Math.min(low, high), Math.max(low, high));
        }
        var down = DOWN.matcher(plain);
        if (down.find()) {
            return found(text, down, null, amount(down, 1, null));
        }
        var up = UP.matcher(plain);
        if (up.find()) {
            return found(text, up, amount(up, 1, null), null);
        }
        var below = BELOW.matcher(plain);
        if (below.find()) {
            return found(text, below, null, amount(below, 1, null));
        }
        var above = ABOVE.matcher(plain);
        if (above.find()) {
            return found(text, above, amount(above, 1, null), null);
        }
        var about = ABOUT.matcher(plain);
        while (about.find()) {
            if (speaksOfMoney(about, 2, false)) {
                long amount = amount(about, 2, null);
                return found(text, about, amount * 3 / 4, amount * 5 / 4);
            }
        }
        return new Found(null, null, "", text);
    }

    /** A bare number is money only between words that say so. */
    private static boolean speaksOfMoney(Matcher matcher, int group, boolean said) {
        boolean second = matcher.groupCount() >= group + 2 * GROUPS_OF_AMOUNT - 1;
        return said || unit(matcher, group) != null || (second && unit(matcher, group + GROUPS_OF_AMOUNT) != null);
    }

    private static @Nullable String unit(Matcher matcher, int group) {
        return matcher.group(group + 1) != null ? matcher.group(group + 1) : matcher.group(group + 4);
    }

    private static long amount(Matcher matcher, int group, @Nullable String sharedUnit) {
        var digits = matcher.group(group);
        var unit = unit(matcher, group);
        if (digits == null) {
            return spelled(matcher.group(group + 3)).multiply(factor(unit)).longValue();
        }
        var number = new BigDecimal(
                digits.matches("\\d{1,3}([.,]\\d{3})+") ? digits.replaceAll("[.,]", "") : digits.replace(',', '.'));
        var tenth = matcher.group(group + 2);
        if (tenth != null) {
            number = number.add(new BigDecimal("0." + tenth));
        }
        var meant = unit == null ? sharedUnit : unit;
        var dong = number.multiply(factor(meant)).min(BigDecimal.valueOf(1_000_000_000_000L));
        return meant == null && dong.longValue() < LEAST_DONG ? dong.longValue() * 1000 : dong.longValue();
    }

    private static BigDecimal factor(@Nullable String unit) {
        return BigDecimal.valueOf(
                switch (unit == null ? "" : unit) {
                    case "k", "nghin", "ngan", "ng" -> 1_000;
                    case "tram nghin", "tram ngan" -> 100_000;
                    case "trieu", "tr", "cu" -> 1_000_000;
                    default -> 1;
                });
    }

    private static BigDecimal spelled(String words) {
        if (words.equals("nua")) {
            return new BigDecimal("0.5");
        }
        var parts = words.split(" ", 3);
        var number = BigDecimal.valueOf(SPELLED_NUMBERS.getOrDefault(parts[0], 1));
        if (parts.length > 1) {
            number = switch (parts[1]) {
                case "muoi", "chuc" -> number.multiply(BigDecimal.TEN);
                case "tram" -> number.multiply(BigDecimal.valueOf(100));
                default -> number.add(new BigDecimal("0.5"));
            };
        }
        if (parts.length > 2) {
            number =
                    number.add(BigDecimal.valueOf(parts[2].equals("ruoi") ? 50 : parts[2].equals("linh nam") ? 5 : 50));
        }
        return number;
    }

    private static Found found(String text, Matcher matcher, @Nullable Long min, @Nullable Long max) {
        var rest = text.substring(0, matcher.start()) + ' ' + text.substring(matcher.end());
        return new Found(
                min, max, text.substring(matcher.start(), matcher.end()).strip(), rest.strip());
    }
}
