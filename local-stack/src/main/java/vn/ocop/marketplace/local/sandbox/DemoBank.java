package vn.ocop.marketplace.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A bank where nobody has money: a page on which a demo shopper transfers what a VietQR code says, or something else,
 * and the signed message by which a bank tells whose account it went to. Messages that are not taken are sent again
 * with growing pauses while this runs.
 */
final class DemoBank implements AutoCloseable {

    private static final String HTML = "text/html; charset=utf-8";

    private final Clock clock;
    private final PaymentPage page;
    private final SignedDelivery delivery;

    DemoBank(SandboxSettings settings, Faults faults, PaymentPage page) {
        this.clock = settings.clock();
        this.page = page;
        this.delivery = new SignedDelivery(
                faults,
                settings.webhookUrl().resolve("bank"),
                "Bank-Signature",
                settings.webhookSecret(),
                () -> clock.instant().getEpochSecond());
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
        delivery.send(movement.toString(), () -> {});
        return reference;
    }

    @Override
    public void close() {
        delivery.close();
    }
}
