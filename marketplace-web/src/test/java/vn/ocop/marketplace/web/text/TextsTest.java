package vn.ocop.marketplace.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern TEXT = Pattern.compile("\\bt\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"\\s*[,)]");
    private static final Pattern COUNT = Pattern.compile("\\bn\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"\\s*,");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private final Texts texts = new Texts();

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(texts.keys(Language.EN)).containsExactlyInAnyOrderElementsOf(texts.keys(Language.VI));
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        assertThat(texts.keys(Language.VI))
                .allSatisfy(key ->
                        assertThat(placeholders(Language.EN, key)).as(key).isEqualTo(placeholders(Language.VI, key)));
    }

    @Test
    void everyKeyInTemplatesAndCodeExists() throws IOException {
        for (var key : usedKeys(TEXT)) {
            assertThat(texts.has(Language.VI, key)).as(key).isTrue();
        }
        for (var key : usedKeys(COUNT)) {
            assertThat(texts.has(Language.VI, key + ".one")).as(key).isTrue();
            assertThat(texts.has(Language.VI, key + ".other")).as(key).isTrue();
        }
    }

    /** The later of two lines would win in silence, wherever the other is used. */
    @Test
    void noKeyStandsTwice() throws IOException {
        for (var language : Language.values()) {
            var keys = new ArrayList<String>();
            for (var file : bundles("_" + language.tag() + ".properties")) {
                try (var lines = Files.lines(file)) {
                    lines.filter(line -> line.matches("[a-zA-Z].*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .forEach(keys::add);
                }
            }
            assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static List<Path> bundles(String ending) throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void fillsArguments() {
        assertThat(texts.text(Language.VI, "time.left", "3 giờ")).isEqualTo("còn 3 giờ");
        assertThat(texts.count(Language.EN, "time.hours", 1)).isEqualTo("1 hour");
        assertThat(texts.count(Language.EN, "time.hours", 2)).isEqualTo("2 hours");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> texts.text(Language.VI, "no.such.key"));
    }

    private TreeSet<String> placeholders(Language language, String key) {
        var found = new TreeSet<String>();
        var arguments = new Object[] {"{0}", "{1}", "{2}", "{3}"};
        PLACEHOLDER
                .matcher(texts.text(language, key, arguments))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    private static TreeSet<String> usedKeys(Pattern pattern) throws IOException {
        var keys = new TreeSet<String>();
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
