package vn.ocop.marketplace.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a log, for the person who has to see why something did not start. */
final class LogTail {

    private static final int LINES = 15;

    private LogTail() {}

    static String of(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
