package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.ocop.marketplace.packaged.Http;

/** A guest who knows how the web fails: asks again with the same key until there is an answer. */
record Shopper(Http api) {

    private static final String DONG_HA = "19333";
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    static Shopper guest(Http stranger) {
        return new Shopper(stranger.as(
                persistent(() -> stranger.post("/api/v1/guests", Map.of()), 201).at("/token")));
    }

    /** Puts one thing in the cart and has it priced. */
    String quote(UUID variant) {
        persistent(() -> api.post("/api/v1/cart/lines", Map.of("variantId", variant, "quantity", 1)), 200);
        return persistent(() -> api.post("/api/v1/quotes", Map.of("communeCode", DONG_HA)), 201)
                .at("/id");
    }

    /** The purchase's code, once it is acknowledged; however often it has to be asked for. */
    String order(String quote, String method, String key) {
        return persistent(() -> orderOnce(quote, method, key), 201).at("/code");
    }

    Http.Answer orderOnce(String quote, String method, String key) {
        return api.post(
                "/api/v1/order-groups",
                Map.of(
                        "quoteId",
                        quote,
                        "paymentMethod",
                        method,
                        "recipient",
                        Map.of(
                                "name",
                                "Trần Thị Mai",
                                "phone",
                                "0912345678",
                                "communeCode",
                                DONG_HA,
                                "street",
                                "12 Lê Duẩn")),
                key);
    }

    /** Asks until there is an answer that is no outage; anything but a wanted status is then a failure. */
    static Http.Answer persistent(Supplier<Http.Answer> request, Integer... wanted) {
        var answer = await("an answer that is no outage")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> tried(request), Optional::isPresent)
                .orElseThrow();
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) wanted);
        return answer;
    }

    private static Optional<Http.Answer> tried(Supplier<Http.Answer> request) {
        try {
            return Optional.of(request.get()).filter(answer -> answer.status() < 500);
        } catch (UncheckedIOException away) {
            return Optional.empty();
        }
    }
}
