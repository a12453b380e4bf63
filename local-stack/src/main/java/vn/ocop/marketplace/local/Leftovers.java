package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Written-down processes of a stack. Should a run and its lifeline both be killed, the next run ends what they left,
 * telling a process from a later one with the same number by the time it started.
 */
final class Leftovers {

    private Leftovers() {}

    static void record(Path directory, String name, ProcessHandle process) {
        try {
            Files.writeString(directory.resolve(name + ".pid"), process.pid() + " " + startedAt(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path directory, String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + ".pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void sweep(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(".pid", "");
                find(Files.readString(file).strip()).ifPresent(process -> end(name, process));
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<ProcessHandle> find(String line) {
        var parts = line.split(" ");
        if (parts.length != 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> startedAt(process).toString().equals(parts[1]));
    }

    private static void end(String name, ProcessHandle process) {
        Progress.say("sweeping", name, String.valueOf(process.pid()));
        process.destroy();
        try {
            process.onExit().orTimeout(15, TimeUnit.SECONDS).join();
        } catch (CompletionException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static Instant startedAt(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
