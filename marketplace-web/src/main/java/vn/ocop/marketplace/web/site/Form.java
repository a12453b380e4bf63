package vn.ocop.marketplace.web.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a form as they were sent: never null, without spaces around, never longer than a field may be. */
public record Form(MultiValueMap<String, String> fields) {

    private static final int LONGEST = 2000;
    private static final int LONGEST_TEXT = 20_000;

    /** The first filled value of a name, or an empty text. */
    public String text(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .map(Form::tidy)
                .findFirst()
                .orElse("");
    }

    /** A text of many lines, as far as the API takes one. */
    public String longText(String name) {
        var typed = fields.getFirst(name);
        var text = typed == null ? "" : typed.strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    public @Nullable String textOrNull(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** A whole number; what is not one is {@code otherwise}. */
    public int number(String name, int otherwise) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /**
     * The version of something as it was seen; for nonsense one that nothing ever had, so that it is refused as stale.
     */
    public long version(String name) {
        var text = text(name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    /**
     * What was ticked in a list, each box named {@code chon} with {@code id:version} as it was seen, for the API to
     * compare under the name it gives to versions there.
     */
    public List<Map<String, Object>> chosen(String version) {
        return fields.getOrDefault("chon", List.of()).stream()
                .map(seen -> seen.split(":", 2))
                .filter(seen -> seen.length == 2 && !seen[0].isEmpty())
                .map(seen -> Map.<String, Object>of("id", seen[0], version, seen[1]))
                .toList();
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The filled fields whose names begin so, by the rest of their names. */
    public Map<String, String> startingWith(String prefix) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(prefix) && has(name))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), this::text));
    }

    private static String tidy(String value) {
        var text = value.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
