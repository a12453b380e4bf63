package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import vn.ocop.marketplace.payment.payout.ConnectedTransfers;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/** What the card adapter really sends, through the unmodified SDK, against what Stripe says it takes. */
class StripeRequestsTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    private record Sent(String method, String path, String form, String key) {}

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final HttpServer server = server();
    private final StripeOperations stripe = StripeOperations.published();
    private CardGateway cards;
    private ConnectedTransfers transfers;

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() {
        server.createContext("/v1/", this::answer);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var gateway = new StripeCardGateway(
                new StripeProperties(address, "sk_test_x", "whsec_x"), "https://cho.example", Clock.systemUTC());
        cards = gateway;
        transfers = gateway;
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var form = method.equals("GET")
                ? Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "")
                : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "");
        sent.add(new Sent(method, path, form, key));
        var body = answerTo(method, path).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String answerTo(String method, String path) {
        if (path.contains("/sessions")) {
            return """
                    {"id":"cs_1","object":"checkout.session","status":"open","payment_status":"unpaid",
                     "amount_total":95000,"url":"https://pay.example"}""";
        }
        if (method.equals("GET")) {
            return "{\"object\":\"list\",\"data\":[],\"has_more\":false,\"url\":\"" + path + "\"}";
        }
        return path.contains("transfers")
                ? "{\"id\":\"tr_1\",\"object\":\"transfer\"}"
                : "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"succeeded\"}";
    }

    /** All that was sent, each found to be as described. */
    private List<Sent> sound() {
        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(stripe.complaints(request.method(), request.path(), request.form()))
                        .as(request.toString())
                        .isEmpty());
        return List.copyOf(sent);
    }

    private static Payable payable() {
        var line = new Payable.Line(
                ID,
                ID,
                "QT-261122-7F3K9-1",
                "Cà phê Khe Sanh",
                Vnd.of(95_000),
                Vnd.of(22_000),
                Charges.NONE,
                Relief.NONE);
        return new Payable(ID, "QT-261122-7F3K9", ID, Vnd.of(117_000), List.of(line), Language.VI);
    }

    private static PaymentAttempt refund(Instant createdAt) {
        return new PaymentAttempt(
                ID,
                ID,
                PaymentAttempt.Kind.REFUND,
                PaymentAttempt.Status.OPEN,
                Vnd.of(10_000),
                null,
                "pi_1",
                null,
                PaymentAttempt.Channel.CARD,
                createdAt);
    }

    private static PaymentAttempt checkout(Instant createdAt) {
        return new PaymentAttempt(
                ID,
                ID,
                PaymentAttempt.Kind.CHECKOUT,
                PaymentAttempt.Status.OPEN,
                Vnd.of(117_000),
                null,
                null,
                null,
                null,
                createdAt);
    }

    /** With its key the provider takes nothing else: it would refuse the page for as long as it is asked for. */
    @Test
    void aPageIsAskedForInTheSameWordsHoweverLate() {
        var written = Instant.now().minus(Duration.ofMinutes(20));
        cards.open(checkout(written), payable()).block();
        cards.open(checkout(written), payable()).block();

        var requests = sound();
        assertThat(requests.getLast()).isEqualTo(requests.getFirst());
        assertThat(requests.getFirst().form())
                .contains("expires_at=" + written.plus(Duration.ofMinutes(62)).getEpochSecond());
    }

    @Test
    void pagesAreOpenedReadAndClosed() {
        StepVerifier.create(cards.open(checkout(Instant.now()), payable()))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(cards.read("cs_1")).expectNextCount(1).verifyComplete();
        StepVerifier.create(cards.expire("cs_1")).expectNextCount(1).verifyComplete();

        var requests = sound();
        assertThat(requests.getFirst().key()).isEqualTo(ID.toString());
        // No minor unit: a hundred times too much is what others have charged.
        assertThat(requests.getFirst().form()).contains("117000").doesNotContain("11700000");
    }

    @Test
    void refundsAreSentAndLookedForWhenTheyAreOld() {
        StepVerifier.create(cards.refund(refund(Instant.now())))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(cards.refund(refund(Instant.now().minus(Duration.ofDays(2)))))
                .expectNextCount(1)
                .verifyComplete();

        assertThat(sound()).extracting(Sent::method).containsExactly("POST", "GET", "POST");
    }

    @Test
    void disputesAreListed() {
        StepVerifier.create(cards.disputesSince(Instant.EPOCH)).verifyComplete();
        assertThat(sound()).hasSize(1);
    }

    @Test
    void sellersAreTransferredTheirMoney() {
        var transfer = new ConnectedTransfers.Transfer(ID, "CT26112200001", Vnd.of(91_865), "acct_1");
        StepVerifier.create(transfers.send(transfer)).expectNext("tr_1").verifyComplete();
        assertThat(sound().getFirst().key()).isEqualTo(ID.toString());
    }

    @Test
    void whatStripeDoesNotKnowIsFoundOut() {
        assertThat(stripe.complaints("POST", "/v1/refunds", "payment_intent=pi_1&amount=10.5&sum=1"))
                .hasSize(2);
        assertThat(stripe.complaints("POST", "/v1/transfers", "amount=1")).hasSize(2);
        assertThat(stripe.complaints("POST", "/v1/checkout/sessions", "mode=once"))
                .hasSize(1);
        assertThat(stripe.complaints("POST", "/v1/charges", "")).hasSize(1);
    }
}
