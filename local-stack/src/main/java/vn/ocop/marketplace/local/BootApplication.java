package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the packaged applications, run as a child process in a small heap. */
final class BootApplication implements Running {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final List<String> JVM = List.of(
            "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    private final String name;
    private final Process process;
    private final Path log;
    private final URI health;

    private BootApplication(String name, Process process, Path log, URI health) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.health = health;
    }

    static BootApplication launch(String name, DataDirectory data, int port, Map<String, String> settings) {
        try {
            var logs = data.logs();
            var log = logs.resolve(name + ".log");
            if (Files.exists(log)) {
                Files.move(log, logs.resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var command = new ArrayList<>(List.of("setsid", JAVA));
            command.addAll(JVM);
            command.addAll(QuickStart.command(name, data));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            var process = builder.start();
            Lifeline.get().watch(process.pid());
            var health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
            return new BootApplication(name, process, log, health);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void awaitReady() {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Its port is not open yet.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartRefused("server-failed", name, log, LogTail.of(log));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Lifeline.get().forget(process.pid());
        }
    }
}
