package vn.ocop.marketplace.local.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named group of one of the SVG sheets.
 *
 * <p>The sheets are plain SVG that any editor shows. A group at the first level is a part; {@code var(--name,#default)}
 * in a colour is replaced when the part is placed; {@code data-…} attributes of the group say how to use it.
 */
record Part(String id, Map<String, String> data, String body) {

    private static final Pattern GROUP =
            Pattern.compile("^  <g id=\"([\\w-]+)\"([^>]*)>\\R(.*?)^  </g>", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("data-([\\w-]+)=\"([^\"]*)\"");
    private static final Pattern COLOUR = Pattern.compile("var\\(--([\\w-]+),\\s*(#[0-9A-Fa-f]{3,6})\\)");
    private static final Map<String, Part> ALL = load(List.of("packs", "goods", "crafts", "table", "motifs"));

    static Part of(String id) {
        return Objects.requireNonNull(ALL.get(id), () -> "no part is called " + id);
    }

    static boolean exists(String id) {
        return ALL.containsKey(id);
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    private static Map<String, Part> load(List<String> sheets) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String sheet : sheets) {
            Matcher groups = GROUP.matcher(read("/pictures/" + sheet + ".svg"));
            while (groups.find()) {
                Map<String, String> data = new LinkedHashMap<>();
                Matcher attributes = DATA.matcher(groups.group(2));
                while (attributes.find()) {
                    data.put(attributes.group(1), attributes.group(2));
                }
                data.put("sheet", sheet);
                String body = groups.group(3).replaceAll("\\s*\\R\\s*", "");
                if (parts.put(groups.group(1), new Part(groups.group(1), Map.copyOf(data), body)) != null) {
                    throw new IllegalStateException("two parts are called " + groups.group(1));
                }
            }
        }
        return parts;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Part.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** The marks of the part with the given colours, the sheet's own where none is given. */
    String painted(Map<String, String> colours) {
        return COLOUR.matcher(body)
                .replaceAll(found -> Objects.requireNonNullElse(colours.get(found.group(1)), found.group(2)));
    }

    /** Numbers of a data attribute, or null when the part has none. */
    double @Nullable [] numbers(String name) {
        String text = data.get(name);
        if (text == null) {
            return null;
        }
        String[] words = text.strip().split("\\s+", -1);
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = Double.parseDouble(words[i]);
        }
        return values;
    }

    double number(String name, double otherwise) {
        double[] values = numbers(name);
        return values == null ? otherwise : values[0];
    }
}
