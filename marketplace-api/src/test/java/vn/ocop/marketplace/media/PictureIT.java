package vn.ocop.marketplace.media;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Visitors;

class PictureIT implements LocalApi {

    private static final String NAME = "0123456789abcdef0123-320";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    WebTestClient http;

    @BeforeEach
    void store() throws IOException {
        http = new Visitors(port, database).anyone();
        Files.write(MEDIA.resolve(NAME + ".webp"), new byte[] {1, 2, 3});
        Files.write(MEDIA.resolve("secret.txt"), new byte[] {4});
    }

    @Test
    void servesAPictureForEver() {
        http.get()
                .uri("/media/" + NAME + ".webp")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/webp")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
                .expectHeader()
                .contentLength(3)
                .expectBody(byte[].class)
                .isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void answersNotModifiedToWhoHasIt() {
        http.get()
                .uri("/media/" + NAME + ".webp")
                .header("If-None-Match", '"' + NAME + '"')
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/secret.txt",
                "/media/0123456789abcdef0123-640.webp",
                "/media/..%2f..%2fetc%2fpasswd",
                "/media/%2e%2e%2fsecret.txt",
                "/media/0123456789ABCDEF0123-320.webp",
                "/media/"
            })
    void servesNothingElse(String path) {
        http.get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .value(status ->
                        org.assertj.core.api.Assertions.assertThat(status).isIn(400, 404));
    }
}
