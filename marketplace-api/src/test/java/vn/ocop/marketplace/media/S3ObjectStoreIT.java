package vn.ocop.marketplace.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ocop.marketplace.local.LocalServers;

/**
 * Against a real S3 server, S3Proxy, which checks the signature of every request. It brings libraries of its own in
 * other versions, so it runs as a process of its own.
 */
class S3ObjectStoreIT {

    private static final String BUCKET = "pictures";
    private static final String WRITER = "writer";
    private static final String SECRET = "secret-of-the-writer";

    @TempDir
    static Path directory;

    private static Process server;
    private static String url;
    private static S3ObjectStore store;

    @BeforeAll
    static void start() throws IOException {
        url = "http://127.0.0.1:" + LocalServers.freePort();
        // What others may read on the disk, anybody may read over S3.
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory.resolve("buckets").resolve(BUCKET), owners);
        var settings = Files.writeString(
                directory.resolve("s3proxy.conf"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=none
                jclouds.credential=none
                jclouds.filesystem.basedir=%s
                """.formatted(url, WRITER, SECRET, directory.resolve("buckets")));
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        "target/s3-server/s3proxy.jar",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("s3proxy.log").toFile())
                .start();
        Awaitility.await("the S3 server")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .failFast("the S3 server stopped", () -> !server.isAlive())
                .until(() -> status(url + "/" + BUCKET) > 0);
        store = store(SECRET);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
        server.destroyForcibly();
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static S3ObjectStore store(String secret) {
        return new S3ObjectStore(new S3Properties(url, "us-east-1", BUCKET, WRITER, secret));
    }

    @Test
    void keepsAndReadsAndRemoves() throws IOException {
        var picture = new byte[3_000_000];
        new Random(7).nextBytes(picture);
        store.save("0123456789abcdef-640.webp", "image/webp", picture).block();

        var found = store.find("0123456789abcdef-640.webp").blockOptional().orElseThrow();
        assertThat(found.getContentAsByteArray()).isEqualTo(picture);

        store.remove("0123456789abcdef-640.webp").block();
        assertThat(store.find("0123456789abcdef-640.webp").blockOptional()).isEmpty();
        store.remove("0123456789abcdef-640.webp").block();
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(store.find("ffffffffffffffff-640.webp").blockOptional()).isEmpty();
    }

    @Test
    void theSameNameIsWrittenOnceMoreWithoutHarm() throws IOException {
        store.save("fedcba9876543210-160.webp", "image/webp", "one".getBytes(UTF_8))
                .block();
        store.save("fedcba9876543210-160.webp", "image/webp", "one".getBytes(UTF_8))
                .block();
        assertThat(store.find("fedcba9876543210-160.webp")
                        .blockOptional()
                        .orElseThrow()
                        .getContentAsByteArray())
                .isEqualTo("one".getBytes(UTF_8));
    }

    @Test
    void whoHasAnotherSecretIsRefused() throws IOException, InterruptedException {
        var stranger = store("another-secret");
        assertThatThrownBy(() -> stranger.save("a".repeat(16) + "-160.webp", "image/webp", "x".getBytes(UTF_8))
                        .block())
                .hasMessageNotContaining("another-secret");
        assertThatThrownBy(() -> stranger.find("fedcba9876543210-160.webp").block());
        assertThat(status(url + "/" + BUCKET)).isEqualTo(403);
    }
}
