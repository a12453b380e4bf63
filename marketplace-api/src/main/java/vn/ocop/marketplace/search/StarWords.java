package vn.ocop.marketplace.search;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds certified stars in what a shopper typed: "4 sao", "bốn sao", "từ 4 sao", "3-4 sao", "5 star". */
final class StarWords {

    private static final Map<String, Integer> NUMBERS =
            Map.of("3", 3, "4", 4, "5", 5, "ba", 3, "bon", 4, "nam", 5, "three", 3, "four", 4, "five", 5);
    private static final String NUMBER = "(?<![a-z0-9])([345]|ba|bon|nam|three|four|five)";
    private static final Pattern STARS =
            Pattern.compile("(?:(?:ocop|dat|chuan|hang|loai)\\s+)*(?:(tu|tren|at least)\\s+)?"
                    + NUMBER + "\\s*(?:(?:-|den|toi|hoac|or|to)\\s*" + NUMBER.replace("(?<![a-z0-9])", "") + "\\s*)?"
                    + "(sao|stars?|\\*|⭐|★)(?![a-z0-9])(\\s*tro len|\\s*\\+)?(?:\\s+ocop(?![a-z0-9]))?");

    private StarWords() {}

    /** The stars, lowest first, and the text without them. */
    record Found(List<Integer> stars, String typed, String rest) {}

    /** Nothing found leaves the text as it is. */
    static Found in(String text) {
        Matcher matcher = STARS.matcher(PlainLetters.of(text));
        while (matcher.find()) {
            // "yến sào" and "sáo" are not stars.
            var sign = text.substring(matcher.start(4), matcher.end(4));
            if (!matcher.group(4).equals("sao") || sign.equals("sao")) {
                return new Found(
                        stars(matcher),
                        text.substring(matcher.start(), matcher.end()).strip(),
                        (text.substring(0, matcher.start()) + ' ' + text.substring(matcher.end())).strip());
            }
        }
        return new Found(List.of(), "", text);
    }

    private static List<Integer> stars(Matcher matcher) {
        int from = NUMBERS.getOrDefault(matcher.group(2), 3);
        var stars = new TreeSet<Integer>();
        stars.add(from);
        if (matcher.group(3) != null) {
            stars.add(NUMBERS.getOrDefault(matcher.group(3), from));
        }
        if (matcher.group(1) != null || matcher.group(5) != null) {
            for (int more = from; more <= 5; more++) {
                stars.add(more);
            }
        }
        return List.copyOf(stars);
    }
}
