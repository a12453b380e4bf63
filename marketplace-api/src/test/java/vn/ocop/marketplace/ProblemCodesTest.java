package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.ocop.marketplace.platform.ProblemCode;

/** Codes are a promise: the list is checked in, and every code has its words in both languages. */
class ProblemCodesTest {

    private static final Path LIST = Path.of("..", "docs", "problems.md");

    private static List<ProblemCode> codes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.ocop.marketplace")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(ProblemCode.class::cast)
                        .toList();
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        for (var bundle : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language + ".properties")) {
            words.load(new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8));
        }
        return words;
    }

    /** Run with {@code -Ddocs.write=true} to write the list anew after adding a code. */
    @Test
    void noCodeChangesOrDisappears() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            write();
        }
        var listed = new TreeSet<String>();
        for (var line : Files.readAllLines(LIST)) {
            if (line.startsWith("| `")) {
                listed.add(line.substring(3, line.indexOf('`', 3)));
            }
        }

        assertThat(codes()).extracting(ProblemCode::code).doesNotHaveDuplicates();
        assertThat(codes().stream().map(ProblemCode::code)).containsExactlyInAnyOrderElementsOf(listed);
    }

    private static void write() throws IOException {
        var words = words("en");
        var lines = new ArrayList<String>();
        lines.add("# Problem codes");
        lines.add("");
        lines.add("Every refusal of the API carries one of these codes (RFC 9457). A code never changes its meaning.");
        lines.add("");
        lines.add("| code | status | meaning |");
        lines.add("| --- | --- | --- |");
        codes().stream()
                .sorted(Comparator.comparing(ProblemCode::code))
                .map(code -> "| `%s` | %d | %s |"
                        .formatted(code.code(), code.status().value(), words.getProperty(code.code() + ".title")))
                .forEach(lines::add);
        Files.write(LIST, lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyCodeHasItsWords(String language) throws IOException {
        var words = words(language);

        assertThat(codes())
                .allSatisfy(code -> assertThat(words).containsKeys(code.code() + ".title", code.code() + ".detail"));
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(words("en").keySet()).isEqualTo(words("vi").keySet());
    }
}
