package vn.ocop.marketplace.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Halves the work of the next start: once everything runs, unpacks each application and lets the JVM write down (JEP
 * 514) what it loads, at the lowest priority. Belongs to one build of the application; without it the jar itself runs.
 */
final class QuickStart implements AutoCloseable {

    private static final int LIMIT_MINUTES = 15;

    private final DataDirectory data;
    private final Map<String, String> settings;
    private @Nullable Process training;
    private boolean closed;

    QuickStart(DataDirectory data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
    }

    /** How the application is started best: {@code -jar …} with what an earlier run prepared, if anything. */
    static List<String> command(String name, DataDirectory data) {
        var jar = BuildTree.application(name);
        var prepared = home(jar, data);
        var cache = prepared.resolve("app.aot");
        return Files.exists(cache)
                ? List.of(
                        "-XX:AOTCache=" + cache,
                        "-jar",
                        prepared.resolve(jar.getFileName()).toString())
                : List.of("-jar", jar.toString());
    }

    private static Path home(Path jar, DataDirectory data) {
        try {
            var stamp = Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar);
            return data.aot().resolve(jar.getFileName().toString().replace(".jar", "-" + stamp));
        } catch (IOException e) {
            throw new StartRefused("not-built", jar);
        }
    }

    void prepare(List<String> applications) {
        Thread.ofPlatform().daemon().name("quick-start").start(() -> {
            try {
                for (var name : applications) {
                    prepare(name);
                }
            } catch (IOException e) {
                Progress.line(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void prepare(String name) throws IOException, InterruptedException {
        var jar = BuildTree.application(name);
        var home = home(jar, data);
        if (Files.exists(home.resolve("app.aot"))) {
            return;
        }
        removeOthers(name, home);
        var log = data.logs().resolve("quick-start-" + name + ".log");
        var draft = home.resolve("app.aot.draft");
        var unpacked = run(
                log, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", home.toString());
        var command = new ArrayList<>(BootApplication.JVM);
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + draft,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                home.resolve(jar.getFileName()).toString()));
        if (unpacked && run(log, command.toArray(String[]::new)) && Files.exists(draft)) {
            Files.move(draft, home.resolve("app.aot"));
        }
    }

    private boolean run(Path log, String... arguments) throws IOException, InterruptedException {
        Process process;
        synchronized (this) {
            if (closed) {
                return false;
            }
            var command = new ArrayList<>(List.of("setsid", "nice", "-n", "19", BootApplication.JAVA));
            command.addAll(Arrays.asList(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("SERVER_PORT", "0");
            process = builder.start();
            Lifeline.get().watch(process.pid());
            training = process;
        }
        try {
            return process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            Lifeline.get().forget(process.pid());
        }
    }

    private void removeOthers(String name, Path home) throws IOException {
        Files.createDirectories(data.aot());
        try (Stream<Path> homes = Files.list(data.aot())) {
            for (var other : homes.toList()) {
                if (other.getFileName().toString().startsWith(name + "-") && !other.equals(home)) {
                    DataDirectory.delete(other);
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var running = training;
        if (running != null && running.isAlive()) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }
}
