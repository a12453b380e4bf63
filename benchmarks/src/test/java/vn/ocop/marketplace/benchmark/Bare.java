package vn.ocop.marketplace.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link BareServer} as a process of its own, in the same heap as the applications. */
record Bare(Process process, int port) implements AutoCloseable {

    static Bare copyOf(String server, List<String> paths) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                server));
        command.addAll(paths);
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Bare(process, port(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(BufferedReader output) throws IOException {
        var line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("The bare server did not start");
        }
        return Integer.parseInt(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
