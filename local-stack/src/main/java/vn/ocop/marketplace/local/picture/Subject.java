package vn.ocop.marketplace.local.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a listing is, as far as a picture needs to know; read off its title, set and unit.
 *
 * @param shape the pack or the thing itself
 * @param good what it is made of, null for a thing that is its own subject
 * @param beside what lies beside it
 * @param colour of the contents
 * @param serve how it is served in the third view
 */
record Subject(
        String shape,
        @Nullable Good good,
        @Nullable Good beside,
        String colour,
        String serve,
        String wordsVi,
        String wordsEn) {

    /** A part of the goods sheet in its own colours. */
    record Good(Part part, Map<String, String> colours) {

        static @Nullable Good parse(String text) {
            if (text.isEmpty()) {
                return null;
            }
            String[] words = text.split("#", -1);
            Map<String, String> colours = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                colours.put(String.valueOf((char) ('a' + i - 1)), "#" + words[i]);
            }
            return new Good(Part.of(words[0]), Map.copyOf(colours));
        }

        double size() {
            return part.number("size", 1);
        }

        boolean small() {
            return size() < 0.5;
        }
    }

    /** Goods that are shown as they are, in a heap. */
    private static final Set<String> UNPACKED = Set.of("bananas", "rolls", "bunch", "nem-bunch");

    private record Rule(List<Pattern> words, List<Pattern> bare, Set<Integer> sets, String[] cells) {

        boolean fits(String title, String folded, boolean marked, int setNo) {
            if (!sets.isEmpty() && !sets.contains(setNo)) {
                return false;
            }
            return words.isEmpty()
                    || (marked ? words : bare)
                            .stream()
                                    .anyMatch(word -> word.matcher(marked ? title : folded)
                                            .find());
        }
    }

    private static final List<Rule> RULES = read();

    static Subject of(PictureRequest request) {
        String title = words(request.title());
        String folded = fold(title);
        boolean marked = !folded.equals(title);
        Rule rule = RULES.stream()
                .filter(each -> each.fits(title, folded, marked, request.setNo()))
                .findFirst()
                .orElseGet(RULES::getLast);
        String[] cells = rule.cells();
        String shape = cells[2].isEmpty() ? Shapes.ofUnit(request) : cells[2];
        if (!Part.exists(shape) && !UNPACKED.contains(shape)) {
            shape = "box-gift";
        }
        String colour = cells[5].isEmpty() ? "#E9D8A6" : cells[5];
        return new Subject(shape, Good.parse(cells[3]), Good.parse(cells[4]), colour, cells[6], cells[7], cells[8]);
    }

    static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
    }

    private static List<Rule> read() {
        String resource = "/pictures/subjects.txt";
        try (InputStream in = Objects.requireNonNull(Subject.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Subject::rule)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Rule rule(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 9) {
            throw new IllegalStateException("nine columns are needed: " + line);
        }
        List<String> words = cells[0].isEmpty() ? List.of() : List.of(cells[0].split("\\s*,\\s*", -1));
        Set<Integer> sets = cells[1].isEmpty()
                ? Set.of()
                : Arrays.stream(cells[1].split(",", -1))
                        .map(set -> Integer.valueOf(set.strip()))
                        .collect(Collectors.toUnmodifiableSet());
        return new Rule(
                words.stream().map(word -> whole(words(word))).toList(),
                words.stream().map(word -> whole(fold(words(word)))).toList(),
                sets,
                cells);
    }

    private static Pattern whole(String word) {
        return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])");
    }
}
