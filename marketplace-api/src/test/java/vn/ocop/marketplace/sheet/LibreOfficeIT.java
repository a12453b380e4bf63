package vn.ocop.marketplace.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sheet that somebody takes home, opens in LibreOffice, saves and sends back says what it said before, and nothing in
 * it is reckoned as a formula. Skipped where LibreOffice is not installed.
 */
class LibreOfficeIT {

    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/soffice"), Path.of("/usr/local/bin/soffice"));
    private static final int PATIENCE_SECONDS = 180;

    private static final List<String> HEADINGS = List.of("Mã hàng *", "Tên sản phẩm *", "Giá bán", "Cập nhật");
    private static final List<List<String>> ROWS = List.of(
            HEADINGS,
            List.of("TC-200", "Tiêu Cùa – \"loại 1\"; <b>&", "85000", "31/12/2026"),
            List.of("=1+1", "@SUM(A1:A9)", "120000", "+84912345678"),
            List.of("CA-1", "Cà phê Khe Sanh,\nrang xay", "0", "-"));

    @TempDir
    Path directory;

    @Test
    void givesAWorkbookBackAsItWas() throws Exception {
        assertThat(savedAgain(SheetFormat.XLSX)).isEqualTo(ROWS);
    }

    @Test
    void givesCsvBackAsItWas() throws Exception {
        // Commas, quotes, UTF-8, from the first line on.
        assertThat(savedAgain(SheetFormat.CSV, "--infilter=CSV:44,34,76,1")).isEqualTo(ROWS);
    }

    private static byte[] written(SheetFormat format) {
        var writer = format.writer("Hàng").withHeadings(HEADINGS);
        ROWS.stream()
                .skip(1)
                .forEach(row -> writer.add(List.of(row.get(0), row.get(1), Long.valueOf(row.get(2)), row.get(3))));
        writer.explain("Hướng dẫn", List.of(List.of("Mỗi dòng là một lựa chọn")));
        return writer.finish();
    }

    /** What we read of the workbook that LibreOffice makes of our file. */
    private List<List<String>> savedAgain(SheetFormat format, String... options)
            throws IOException, InterruptedException {
        var file = Files.write(directory.resolve("hang" + format.ending()), written(format));
        var command = new ArrayList<>(List.of(
                program().toString(),
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless"));
        command.addAll(List.of(options));
        var saved = directory.resolve("saved");
        command.addAll(List.of("--convert-to", "xlsx", "--outdir", saved.toString(), file.toString()));
        var log = directory.resolve("log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(saved.resolve("hang.xlsx"))
                .as(Files.readString(log.toPath()))
                .exists();
        return Objects.requireNonNull(SheetFile.lines(Files.readAllBytes(saved.resolve("hang.xlsx")))
                .map(SheetFile.Line::cells)
                .collectList()
                .block());
    }

    private static Path program() {
        var found = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "No LibreOffice on this machine");
        return found.orElseThrow();
    }
}
