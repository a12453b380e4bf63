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

/**
 * The whole marketplace with its demo data, as {@code ./start} runs it, once for all tests of the JVM.
 *
 * <p>{@code -Dmarketplace.site=http://localhost:8080 -Dmarketplace.messages=http://127.0.0.1:8090/messages} uses one
 * that is running already.
 */
final class WholeStack {

    /** From here on a seller is let in only with an electronic identity, which no test here has. */
    private static final Instant ELECTRONIC_IDENTITY = Instant.parse("2026-12-31T17:00:00Z");

    private static final Instant BEFORE_THAT = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(25);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static @Nullable String site;
    private static Duration clockOffset = Duration.ZERO;
    private static String messages = System.getProperty("marketplace.messages", "");

    private WholeStack() {}

    /** Starts it when first asked; not in a static initializer, for which the thread that polls would wait in vain. */
    static synchronized String site() {
        var known = site;
        if (known == null) {
            known = start();
            site = known;
        }
        return known;
    }

    /** What time it is in the marketplace that runs. */
    static synchronized Instant now() {
        site();
        return Instant.now().plus(clockOffset);
    }

    /** None as long as the calendar lets these journeys happen; then December 2026 over and over. */
    static Duration clockOffset(Instant now) {
        if (now.isBefore(ELECTRONIC_IDENTITY)) {
            return Duration.ZERO;
        }
        var since = Duration.between(ELECTRONIC_IDENTITY, now).toSeconds() % SPAN.toSeconds();
        return Duration.between(now, BEFORE_THAT.plusSeconds(since));
    }

    /** The code last sent to a phone, read where the local stack shows what was sent to people. */
    static String codeFor(String phone) {
        site();
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

    private static String start() {
        var running = System.getProperty("marketplace.site", "");
        if (!running.isBlank()) {
            return running;
        }
        try {
            return launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String launch() throws IOException {
        var ports = freePorts(6);
        var site = "http://localhost:" + ports.getFirst();
        var data = Path.of("target/whole-stack").toAbsolutePath();
        Files.createDirectories(data.getParent());
        var log = data.resolveSibling("whole-stack.log");
        clockOffset = clockOffset(Instant.now());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                executable().toString()));
        if (!clockOffset.isZero()) {
            command.addAll(List.of("--at", Instant.now().plus(clockOffset).toString()));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("DATA_DIR", data.toString());
        environment.put("SITE_URL", site);
        var names = List.of("WEB_PORT", "API_PORT", "INDEXER_PORT", "PG_PORT", "ES_PORT", "SANDBOX_PORT");
        for (int i = 0; i < names.size(); i++) {
            environment.put(names.get(i), String.valueOf(ports.get(i)));
        }
        messages = "http://127.0.0.1:" + ports.getLast() + "/messages";
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        awaitListings(process, site, log);
        return site;
    }

    /** The site is ready when search finds what was seeded. */
    private static void awaitListings(Process process, String site, Path log) {
        Awaitility.await("the marketplace, see " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .failFast("the marketplace stopped, see " + log, () -> !process.isAlive())
                .until(() -> body(site + "/tim?q=ca+phe+khe+sanh&stars=5").contains("/san-pham/"));
    }

    private static String body(String address) {
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

    private static Path executable() throws IOException {
        var target = Path.of("../local-stack/target");
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Build local-stack first: ./mvnw package"));
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static void stop(Process process) {
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
