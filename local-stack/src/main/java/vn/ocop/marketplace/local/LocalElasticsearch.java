package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Elasticsearch, alone or one node of a cluster, run as a child process of this JVM. */
public final class LocalElasticsearch implements Running {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Process launcher;
    private final Path work;
    private final int port;

    private LocalElasticsearch(Process launcher, Path work, int port) {
        this.launcher = launcher;
        this.work = work;
        this.port = port;
    }

    /** Launches without waiting; {@code work} keeps configuration, data and logs. */
    static LocalElasticsearch launch(Path home, Path work, EngineNode node) {
        try {
            configure(home, work, node);
            var builder = new ProcessBuilder(command(home))
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("elasticsearch.out").toFile());
            var environment = builder.environment();
            environment.put("ES_PATH_CONF", work.resolve("config").toString());
            environment.put("ES_TMPDIR", work.resolve("tmp").toString());
            environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
            environment.put("ES_JAVA_OPTS", "-Xms%1$s -Xmx%1$s".formatted(node.heap()));
            var process = builder.start();
            Lifeline.get().watch(process.pid());
            return new LocalElasticsearch(process, work, node.http());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path home) {
        var command = new ArrayList<>(List.of("setsid"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Elasticsearch refuses to run as root; in a user namespace it is an ordinary user and files stay ours.
            command.addAll(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"));
        }
        command.add(home.resolve("bin/elasticsearch").toString());
        return command;
    }

    private static void configure(Path home, Path work, EngineNode node) throws IOException {
        var config = Files.createDirectories(work.resolve("config"));
        Files.createDirectories(work.resolve("tmp"));
        try (Stream<Path> files = Files.walk(home.resolve("config"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var copy =
                        config.resolve(home.resolve("config").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        Files.writeString(
                config.resolve("elasticsearch.yml"),
                """
                cluster.name: marketplace-local
                node.name: %s
                xpack.security.enabled: false
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: "%s"
                path.logs: "%s"
                action.auto_create_index: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(node.name(), node.http(), node.transport(), work.resolve("data"), work.resolve("logs"))
                        + node.discovery());
    }

    /** Waits until the node answers and its shards are there. */
    @Override
    public void awaitReady() {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        var health = HttpRequest.newBuilder(URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!launcher.isAlive()) {
                    throw new IllegalStateException("Elasticsearch stopped while starting: " + LogTail.of(log()));
                }
                try {
                    if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Its port is not open yet.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Elasticsearch was starting", e);
        }
        throw new IllegalStateException("Elasticsearch was not ready in " + START_LIMIT + ": " + LogTail.of(log()));
    }

    private Path log() {
        return work.resolve("elasticsearch.out");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public ProcessHandle handle() {
        return launcher.toHandle();
    }

    /** Stops the launcher and the server below it, and waits for both. */
    @Override
    public void close() {
        var family = Stream.concat(launcher.descendants(), Stream.of(launcher.toHandle()))
                .toList();
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
            for (var member : family) {
                member.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            family.forEach(ProcessHandle::destroyForcibly);
        } finally {
            Lifeline.get().forget(launcher.pid());
        }
    }
}
