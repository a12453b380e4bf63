package vn.ocop.marketplace.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A bank where nobody has money: a page on which a demo shopper transfers what a VietQR code says, or something else,
 * and the signed message by which a bank tells whose account it went to. Messages that are not taken are sent again
 * with growing pauses while this runs.
 */
final class DemoBank implements AutoCloseable {

    private static final long[] PAUSES_MILLIS = {0, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000};
    private static final int ATTEMPTS = 60;
    private static final String HTML = "text/html; charset=utf-8";

    private final Faults faults;
    private final URI target;
    private final String secret;
    private final Clock clock;
    private final PaymentPage page;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("demo-bank-", 0).factory());

    DemoBank(SandboxSettings settings, Faults faults, PaymentPage page) {
        this.faults = faults;
        this.target = settings.webhookUrl().resolve("bank");
        this.secret = settings.webhookSecret();
        this.clock = settings.clock();
        this.page = page;
    }

    /** GET shows the page for a code; POST transfers. */
    void handle(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var form = Form.parse(
                "POST".equals(exchange.getRequestMethod())
                        ? PaymentSandbox.body(exchange)
                        : query == null ? "" : query);
        var code = form.text("qr").flatMap(VietQrCode::read);
        if ("POST".equals(exchange.getRequestMethod()) && form.text("account").isPresent()) {
            var reference = transfer(form);
            PaymentSandbox.send(exchange, 200, HTML, page.transferred(form.required("memo"), reference));
        } else if (code.isPresent()) {
            PaymentSandbox.send(exchange, 200, HTML, page.bank(code.get()));
        } else {
            PaymentSandbox.send(exchange, 404, HTML, page.unknown());
        }
    }

    private String transfer(Form form) {
        var reference = "FT" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        var movement = JsonNodeFactory.instance
                .objectNode()
                .put("id", reference)
                .put("account", form.required("account"))
                .put("amount", form.number("amount").orElse(0L))
                .put("memo", form.required("memo"))
                .put("bookedAt", clock.instant().toString());
        if (!faults.dropsThisWebhook()) {
            attempt(movement.toString(), 0);
            if (faults.duplicatesThisWebhook()) {
                attempt(movement.toString(), 0);
            }
        }
        return reference;
    }

    private void attempt(String message, int number) {
        var pause = PAUSES_MILLIS[Math.min(number, PAUSES_MILLIS.length - 1)] + faults.webhookDelayMillis();
        schedule.schedule(() -> send(message, number), pause, TimeUnit.MILLISECONDS);
    }

    private void send(String message, int number) {
        if (!delivered(message) && number < ATTEMPTS) {
            attempt(message, number + 1);
        }
    }

    private boolean delivered(String message) {
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header(
                        "Bank-Signature",
                        WebhookSignature.header(message, secret, clock.instant().getEpochSecond()))
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        http.shutdownNow();
    }
}
