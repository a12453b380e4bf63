package vn.ocop.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;

class S3ObjectStoreTest {

    private static final String ABSENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>""";

    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private HttpServer bucket;
    private S3ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        bucket = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bucket.createContext("/", exchange -> {
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            boolean there = exchange.getRequestURI().getPath().equals("/pictures/0123456789abcdef-640.webp");
            var bytes = (there ? "RIFF" : ABSENT).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", there ? "image/webp" : "application/xml");
            exchange.sendResponseHeaders(there ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        bucket.start();
        var url = "http://127.0.0.1:" + bucket.getAddress().getPort();
        store = new S3ObjectStore(new S3Properties(url, "us-east-1", "pictures", "reader", "secret-of-the-reader"));
    }

    @AfterEach
    void close() {
        bucket.stop(0);
    }

    @Test
    void readsAPictureWithASignedRequest() throws IOException {
        Resource found = store.find("0123456789abcdef-640.webp").blockOptional().orElseThrow();

        assertThat(found.getContentAsByteArray()).isEqualTo("RIFF".getBytes(StandardCharsets.UTF_8));
        assertThat(signatures.getLast()).startsWith("AWS4-HMAC-SHA256 Credential=reader/");
        assertThat(signatures.getLast()).doesNotContain("secret-of-the-reader");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(store.find("ffffffffffffffff-640.webp").blockOptional()).isEmpty();
    }
}
