package vn.ocop.marketplace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SMS and mail gateway of the tests: a real HTTP server that keeps what it is sent. */
public final class MessageDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    /** One request as it came in. */
    public record Taken(String authorization, String contentType, JsonNode body) {

        public String to() {
            return body.path("to").asString();
        }

        public String text() {
            return body.path("text").asString();
        }
    }

    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failWith = 503;

    private MessageDesk(HttpServer server) {
        this.server = server;
    }

    public static MessageDesk start() {
        try {
            var desk =
                    new MessageDesk(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            desk.server.createContext("/", desk::take);
            desk.server.start();
            return desk;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    /** The next requests are answered with this status and not kept. */
    public void fail(int times, int status) {
        failWith = status;
        failures.set(times);
    }

    public boolean hasFailedAll() {
        return failures.get() == 0;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(failWith, -1);
                return;
            }
            taken.add(new Taken(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    body));
            exchange.sendResponseHeaders(202, -1);
        }
    }

    /** The last message to somebody, once it has come. */
    public Taken lastTo(String to) {
        return Objects.requireNonNull(Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> to(to).isEmpty() ? null : to(to).getLast(), Objects::nonNull));
    }

    public List<Taken> to(String to) {
        return taken.stream().filter(message -> message.to().equals(to)).toList();
    }

    /** The code in the last message to somebody. */
    public String codeFor(String to) {
        var found = CODE.matcher(lastTo(to).text());
        if (!found.find()) {
            throw new AssertionError("no code in the message");
        }
        return found.group();
    }
}
