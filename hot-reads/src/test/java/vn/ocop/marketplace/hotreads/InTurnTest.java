package vn.ocop.marketplace.hotreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class InTurnTest {

    private static final String PUBLIC = "public, max-age=1";

    @ParameterizedTest
    @ValueSource(strings = {"/ready", "/at-once"})
    void answersTheNextRequestAfterOneThatQueuedAndWasAnsweredAtOnce(String queued) throws IOException {
        try (var site = new Site((request, response) ->
                        request.getURI().getPath().equals("/later")
                                ? Mono.delay(Duration.ofMillis(50))
                                        .then(Mono.defer(() -> Site.say(response, "no-store", "later")))
                                : Site.say(response, queued.equals("/ready") ? PUBLIC : "no-store", "now"));
                var client = new Socket("127.0.0.1", site.port())) {
            client.setSoTimeout(5_000);
            var answers = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            site.get(queued);

            send(client, "/later", queued);
            assertThat(read(answers)).isEqualTo("later");
            assertThat(read(answers)).isEqualTo("now");

            send(client, "/later");
            assertThat(read(answers)).isEqualTo("later");
        }
    }

    private static void send(Socket client, String... paths) throws IOException {
        var requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        client.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(BufferedReader answers) throws IOException {
        int length = 0;
        for (var line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        var body = new char[length];
        return answers.read(body) == length ? new String(body) : "";
    }
}
