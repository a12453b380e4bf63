package vn.ocop.marketplace.web.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.local.Database;

/** A marketplace with its demo data, started as {@code ./start} starts it, in a directory and on ports of its own. */
final class LaunchedStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final List<String> PORTS =
            List.of("WEB_PORT", "API_PORT", "INDEXER_PORT", "PG_PORT", "ES_PORT", "IDENTITY_PORT", "SANDBOX_PORT");

    private final Process process;
    private final Path data;
    private final List<Integer> ports;
    private final Thread atExit = new Thread(this::stop);

    private LaunchedStack(Process process, Path data, List<Integer> ports) {
        this.process = process;
        this.data = data;
        this.ports = ports;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param at where its clock is set; null for the machine's time
     * @param held whether the clock stands there until {@link #letRun()}
     * @param options others of {@code ./start}
     */
    static LaunchedStack launch(String name, @Nullable Instant at, boolean held, String... options) {
        var data = Path.of("target", name).toAbsolutePath();
        try {
            Files.createDirectories(data.resolve("clock"));
            if (held) {
                Files.writeString(data.resolve("clock/hold"), "");
            }
            var ports = freePorts();
            var log = data.resolveSibling(name + ".log");
            var stack = new LaunchedStack(start(data, at, ports, log, options), data, ports);
            stack.awaitListings(log);
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Path data, @Nullable Instant at, List<Integer> ports, Path log, String... options)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                executable().toString()));
        if (at != null) {
            command.addAll(List.of("--at", at.toString()));
        }
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("DATA_DIR", data.toString());
        environment.put("SITE_URL", "http://localhost:" + ports.getFirst());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put(PORTS.get(i), String.valueOf(ports.get(i)));
        }
        return builder.start();
    }

    private static Path executable() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("../local-stack/target"))) {
            return jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Build local-stack first: ./mvnw package"));
        }
    }

    private static List<Integer> freePorts() throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < PORTS.size(); i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    /** The site is ready when search finds what was seeded. */
    private void awaitListings(Path log) {
        Awaitility.await("the marketplace, see " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .failFast("the marketplace stopped, see " + log, () -> !process.isAlive())
                .until(() -> body(site() + "/tim?q=ca+phe+khe+sanh&stars=5").contains("/san-pham/"));
    }

    String site() {
        return "http://localhost:" + ports.getFirst();
    }

    String api() {
        return "http://127.0.0.1:" + ports.get(1);
    }

    /** Where the local stack shows what was sent to people. */
    String messages() {
        return "http://127.0.0.1:" + ports.getLast() + "/messages";
    }

    /** The code last sent to a phone, read where a local stack shows what was sent to people. */
    static String codeFor(String messages, String phone) {
        var pattern = Pattern.compile(Pattern.quote("+84" + phone.substring(1)) + "</b><br>(\\d{6})");
        return Objects.requireNonNull(Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            var found = pattern.matcher(body(messages));
                            return found.find() ? found.group(1) : null;
                        },
                        Objects::nonNull));
    }

    String codeFor(String phone) {
        return codeFor(messages(), phone);
    }

    /** Its database, for what happens where no browser of a test looks. */
    String database() {
        return new Database(ports.get(PORTS.indexOf("PG_PORT")), "marketplace").jdbcUrl();
    }

    /** Lets a clock that is held run from where it stands. */
    void letRun() {
        try {
            Files.deleteIfExists(data.resolve("clock/hold"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What time it is in there. */
    Instant now() {
        var clock = data.resolve("clock/now");
        try {
            var text = Files.exists(clock) ? Files.readString(clock) : "PT0S";
            return text.startsWith("P") ? Instant.now().plus(Duration.parse(text)) : Instant.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of an answer; empty while nobody answers. */
    static String body(String address) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
