package vn.ocop.marketplace.local.walk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.local.Progress;
import vn.ocop.marketplace.local.demo.DemoPeople;

/** Finds a specialty, buys from two shops, once in cash and once by card, and sees a parcel arrive. */
public final class MainJob {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COFFEE = "ca-phe-khe-sanh-rang-xay";
    private static final String PEPPER = "hat-tieu-cua";
    private static final String KHE_SANH_OFFICE = "19429";

    private final String api;
    private final String site;

    private MainJob(String api, String site) {
        this.api = api;
        this.site = site;
    }

    public static void main(String[] arguments) {
        new MainJob(arguments[0], arguments[1]).walk();
        Progress.line("The main job works.");
    }

    private void walk() {
        var shopper = Api.guest(api);
        find(shopper);
        browse();
        var cash = buy(shopper, "CASH_ON_DELIVERY");
        deliver(shopper, cash);
        payByCard(shopper, buy(shopper, "CARD"));
    }

    private void find(Api shopper) {
        var found = eventually(
                "the coffee is found",
                () -> shopper.get("/listings?q=ca%20phe%20khe%20sanh&province=quang-tri&stars=5&limit=5"),
                answer -> "search".equals(answer.path("source").asString())
                        && answer.path("items")
                                .path(0)
                                .path("slug")
                                .asString("")
                                .equals(COFFEE));
        require(found.path("facets").path("stars").size() > 0, "search has facets");
        Progress.line("Found by \"ca phe khe sanh\" in Quảng Trị with five stars");
    }

    private void browse() {
        require(Api.page(site + "/").contains("</html>"), "the home page is whole");
        require(Api.page(site + "/tinh/quang-tri").contains("Quảng Trị"), "the floor names its province");
        require(Api.page(site + "/tim?q=ca+phe+khe+sanh").contains("Khe Sanh"), "the site finds it too");
        require(Api.page(site + "/san-pham/" + COFFEE).contains("Khe Sanh"), "the listing has its page");
        Progress.line("The site shows it");
    }

    private JsonNode buy(Api shopper, String method) {
        for (var slug : new String[] {COFFEE, PEPPER}) {
            var variant = shopper.get("/listings/" + slug)
                    .path("variants")
                    .path(0)
                    .path("id")
                    .asString();
            shopper.post("/cart/lines", "{\"variantId\": \"%s\", \"quantity\": 2}".formatted(variant));
        }
        var quote = shopper.post("/quotes", "{\"communeCode\": \"00004\"}");
        require(quote.path("shops").size() == 2, "two shops deliver");
        var group = shopper.post("/order-groups", """
                {"quoteId": "%s", "paymentMethod": "%s",
                 "recipient": {"name": "Nguyễn Văn Thử", "phone": "0912345678", "communeCode": "00004",
                               "street": "12 Phan Đình Phùng"}}
                """.formatted(quote.path("id").asString(), method));
        require(group.path("total").asLong() == quote.path("total").asLong(), "the quoted sum is the sum to pay");
        Progress.line("Ordered " + group.path("code").asString() + " by " + method);
        return group;
    }

    private void deliver(Api shopper, JsonNode group) {
        var seller = Api.signedIn(api, "0900000002", DemoPeople.PASSWORD);
        var shop = seller.get("/me").path("memberships").path(0).path("scope").asString();
        var code = group.path("orders")
                .valueStream()
                .filter(order -> order.path("shop").path("id").asString().equals(shop))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the seller has no part in the order"))
                .path("code")
                .asString();
        seller.post("/orders/" + code + "/confirmation", "{}");
        var clerk = Api.signedIn(api, "0900000004", DemoPeople.PASSWORD);
        var queue = eventually(
                "the parcel is in the queue of the post office",
                () -> clerk.get("/post-offices/" + KHE_SANH_OFFICE + "/parcels?status=TO_COLLECT&limit=96"),
                seen -> parcelOf(seen, code).isPresent());
        var parcel = parcelOf(queue, code).orElseThrow();
        var id = parcel.path("id").asString();
        var tracking = clerk.post("/parcels/" + id + "/acceptance", "{}")
                .path("trackingNumber")
                .asString("");
        require(tracking.matches("[A-Z]{2}[0-9]{9}VN"), "the tracking number is one of the post: " + tracking);
        clerk.post("/parcels/" + id + "/delivery", "{}");
        eventually(
                "the shopper sees it delivered",
                () -> shopper.get("/order-groups/" + group.path("code").asString()),
                seen -> seen.path("orders")
                        .valueStream()
                        .anyMatch(
                                order -> "DELIVERED".equals(order.path("status").asString())));
        Progress.line("Delivered as " + tracking);
    }

    private static Optional<JsonNode> parcelOf(JsonNode queue, String code) {
        return queue.path("items")
                .valueStream()
                .filter(item -> item.path("orderCode").asString().equals(code))
                .findFirst();
    }

    private void payByCard(Api shopper, JsonNode group) {
        var code = group.path("code").asString();
        var page = shopper.post("/order-groups/" + code + "/payment-sessions", "{}")
                .path("redirectUrl")
                .asString();
        require(Api.press(page + "/pay").startsWith(site), "the payment page leads back to the site");
        eventually(
                "the payment arrives",
                () -> shopper.get("/order-groups/" + code),
                seen -> "PAID".equals(seen.path("payment").path("status").asString()));
        Progress.line("Paid " + code + " by card");
    }

    private static void require(boolean fact, String what) {
        if (!fact) {
            throw new IllegalStateException("Not so: " + what);
        }
    }

    private static JsonNode eventually(String what, Supplier<JsonNode> look, Predicate<JsonNode> enough) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var seen = look.get();
            if (enough.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not so after " + PATIENCE + ": " + what + "; last seen " + seen);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }
}
