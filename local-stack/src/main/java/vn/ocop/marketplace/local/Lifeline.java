package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no server outlives this JVM, even when it is killed: a small shell holds the list of what to end and
 * acts when its input closes.
 */
final class Lifeline {

    private static @Nullable Lifeline instance;

    private final PrintStream shell;

    private Lifeline() throws IOException {
        String script;
        try (var source = Lifeline.class.getResourceAsStream("lifeline.sh")) {
            if (source == null) {
                throw new IllegalStateException("lifeline.sh is missing from the jar");
            }
            script = new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
        // A session of its own: Ctrl-C in the terminal must not reach it before the servers have stopped in order.
        var process = new ProcessBuilder("setsid", "sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        shell = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static synchronized Lifeline get() {
        var lifeline = instance;
        if (lifeline == null) {
            try {
                lifeline = new Lifeline();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            instance = lifeline;
        }
        return lifeline;
    }

    void watch(long pid) {
        shell.println("watch " + pid + " TERM");
    }

    /** PostgreSQL waits for its clients after SIGTERM; SIGINT ends their sessions and shuts down cleanly. */
    void watchPostgres(long pid) {
        shell.println("watch " + pid + " INT");
    }

    void forget(long pid) {
        shell.println("forget " + pid);
    }

    /** Removes a temporary directory once everything has stopped. */
    void removeAtEnd(Path directory) {
        shell.println("remove " + directory.toAbsolutePath());
    }
}
