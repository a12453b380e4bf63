package vn.ocop.marketplace.web.storefront;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.ocop.marketplace.web.api.ApiAddress;

/**
 * What a browse page is narrowed by: the names and values of its own address, which are the API's.
 *
 * <p>Unknown names and excess are dropped, so that addresses built from it stay short and clean.
 */
public record Filters(Map<String, List<String>> values) {

    static final List<String> NAMES = List.of(
            "q",
            "province",
            "commune",
            "category",
            "stars",
            "shop",
            "minPrice",
            "maxPrice",
            "price",
            "inStock",
            "verbatim",
            "sort");

    static final List<String> SORTS = List.of("relevance", "best-selling", "newest", "price", "-price");

    /** How the words are read and the list is ordered takes nothing away. */
    private static final List<String> NOT_NARROWING = List.of("q", "verbatim", "sort");

    private static final int MOST_VALUES = 34;
    private static final int LONGEST_VALUE = 120;

    static Filters of(MultiValueMap<String, String> query) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var name : NAMES) {
            var values = clean(name, query.getOrDefault(name, List.of()));
            if (!values.isEmpty()) {
                kept.put(name, values);
            }
        }
        return new Filters(kept).withPriceBand();
    }

    private static List<String> clean(String name, List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> sensible(name, value))
                .map(value -> value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value)
                .distinct()
                .limit(MOST_VALUES)
                .toList();
    }

    private static boolean sensible(String name, String value) {
        return switch (name) {
            case "stars" -> value.length() == 1 && "345".contains(value);
            case "minPrice", "maxPrice" -> isNumber(value);
            case "inStock", "verbatim" -> value.equals("true");
            case "sort" -> SORTS.contains(value);
            default -> !value.isEmpty();
        };
    }

    /** The form offers price bands as one choice, {@code 50000-100000}; the API wants both ends. */
    private Filters withPriceBand() {
        var band = first("price");
        if (band == null) {
            return this;
        }
        var ends = band.split("-", -1);
        var plain = without("price");
        return ends.length == 2 && isNumber(ends[0])
                ? plain.with("minPrice", ends[0]).with("maxPrice", isNumber(ends[1]) ? ends[1] : "")
                : plain;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public @Nullable String first(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** Whether anything but the words and the order narrows the list. */
    public boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !NOT_NARROWING.contains(name));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Filters without(String name) {
        var rest = new LinkedHashMap<>(values);
        rest.remove(name);
        return new Filters(rest);
    }

    public Filters without(String name, String value) {
        var left = all(name).stream().filter(other -> !other.equals(value)).toList();
        var rest = new LinkedHashMap<>(values);
        if (left.isEmpty()) {
            rest.remove(name);
        } else {
            rest.put(name, left);
        }
        return new Filters(rest);
    }

    /** With one value in place of any others; an empty one takes the name away. */
    public Filters with(String name, String value) {
        if (value.isEmpty()) {
            return without(name);
        }
        var more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Filters(more);
    }

    /** With only the words and the order. */
    public Filters onlyWords() {
        var words = new LinkedHashMap<>(values);
        words.keySet().retainAll(NOT_NARROWING);
        return new Filters(words);
    }

    /** A page narrowed like this. */
    public String link(String path) {
        var pairs =
                pairs().map(pair -> pair.name() + "=" + escape(pair.value())).toList();
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /** The next part of the same list. */
    public String linkAfter(String path, String cursor) {
        var link = link(path);
        return link + (link.contains("?") ? "&" : "?") + "after=" + escape(cursor);
    }

    ApiAddress toApi(int limit, @Nullable String after) {
        var address = ApiAddress.of("/api/v1/listings");
        pairs().forEach(pair -> address.with(pair.name(), pair.value()));
        return address.with("limit", limit).with("after", after);
    }

    /** Names and values in a fixed order, for hidden fields and links. */
    public Stream<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var name : NAMES) {
            all(name).forEach(value -> pairs.add(new Pair(name, value)));
        }
        return pairs.stream();
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    /** One filter. */
    public record Pair(String name, String value) {}
}
