package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** Webhooks get lost, come twice or late, the provider fails, the API dies: the money still adds up. */
class PaymentFaultIT {

    private static final int OF_EACH = 4;

    private final PackagedStack stack = SharedStack.get();
    private final Provider provider = new Provider(stack);
    private final List<Purchase> paid = new ArrayList<>();
    private final List<Purchase> calledOff = new ArrayList<>();
    private List<UUID> variants = List.of();

    private record Purchase(Shopper shopper, String code, String page) {}

    @AfterEach
    void healProvider() {
        provider.noMoreFaults();
    }

    @Test
    void moneyChargedIsMoneyOfPaidOrdersAndOfRefunds() {
        variants = SharedStack.stocked(stack, OF_EACH, 100);
        payWith("dropWebhooks=100");
        payWith("dropWebhooks=0&duplicateWebhooks=100");
        payWith("duplicateWebhooks=0&delayWebhooksMillis=1500");
        provider.noMoreFaults();
        openThePageOfAFailingProvider("failCalls=2");
        openThePageOfAFailingProvider("failCallsAfterEffect=2");
        killBetweenPlacingAndWebhook();
        payTwiceAndCallOff();
        callOffWhileTheProviderFails();
        letLostWebhooksBeMissed();

        paid.forEach(purchase -> awaitStatus(purchase, "TO_CONFIRM", "PAID"));
        calledOff.forEach(purchase -> awaitStatus(purchase, "CANCELLED", ""));
        OrdersFaultIT.awaitEmptyOutbox(stack);
        assertThat(provider.charged()).isPositive().isEqualTo(moneyOfPaidOrders() + refunds("OPEN", "SUCCEEDED"));
        assertThat(provider.refunded()).isPositive().isEqualTo(refunds("SUCCEEDED"));
        assertThat(refunds("OPEN")).isZero();
    }

    private void payWith(String faults) {
        var purchases = new ArrayList<Purchase>();
        variants.forEach(variant -> purchases.add(place(variant)));
        provider.faults(faults);
        purchases.forEach(purchase -> provider.act(purchase.page(), "pay"));
        paid.addAll(purchases);
    }

    private Purchase place(UUID variant) {
        var shopper = Shopper.guest(stack.api());
        var code =
                shopper.order(shopper.quote(variant), "CARD", UUID.randomUUID().toString());
        return new Purchase(shopper, code, page(shopper, code));
    }

    private static String page(Shopper shopper, String code) {
        return Shopper.persistent(
                        () -> shopper.api().post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of()), 201)
                .at("/redirectUrl");
    }

    /** The SDK's own repeats and the shopper's lead to one page. */
    private void openThePageOfAFailingProvider(String faults) {
        for (var variant : variants) {
            provider.faults(faults);
            var purchase = place(variant);
            assertThat(page(purchase.shopper(), purchase.code())).isEqualTo(purchase.page());
            provider.act(purchase.page(), "pay");
            paid.add(purchase);
        }
        provider.noMoreFaults();
    }

    private void killBetweenPlacingAndWebhook() {
        var purchases = variants.stream().map(this::place).toList();
        stack.hold(Part.API);
        stack.kill(Part.API);
        purchases.forEach(purchase -> provider.act(purchase.page(), "pay"));
        stack.release(Part.API);
        stack.awaitHealthy(Part.API);
        paid.addAll(purchases);
    }

    /** Called off while the money is on its way: it has to go back. */
    private void payTwiceAndCallOff() {
        var purchases = variants.stream().map(this::place).toList();
        provider.faults("delayWebhooksMillis=2000");
        for (var purchase : purchases) {
            provider.act(purchase.page(), "pay");
            cancel(purchase);
        }
        provider.noMoreFaults();
        calledOff.addAll(purchases);
    }

    private void callOffWhileTheProviderFails() {
        var purchases = variants.stream().map(this::place).toList();
        for (var purchase : purchases) {
            provider.act(purchase.page(), "pay");
            awaitStatus(purchase, "TO_CONFIRM", "PAID");
        }
        provider.faults("failCalls=6&failureStatus=503");
        purchases.forEach(PaymentFaultIT::cancel);
        calledOff.addAll(purchases);
    }

    private static void cancel(Purchase purchase) {
        Shopper.persistent(
                () -> purchase.shopper().api().post("/api/v1/orders/" + purchase.code() + "-1/cancellation", Map.of()),
                200);
    }

    /** The reconciler looks only at pages that have been open for a while; theirs is up now. */
    private void letLostWebhooksBeMissed() {
        stack.sql()
                .change(
                        "update payment.attempts set created_at = created_at - interval '5 minutes' where status = 'OPEN'");
    }

    private static void awaitStatus(Purchase purchase, String order, String payment) {
        await(purchase.code()).atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            var found = Shopper.persistent(
                    () -> purchase.shopper().api().get("/api/v1/order-groups/" + purchase.code()), 200);
            assertThat(found.at("/status")).isEqualTo(order);
            assertThat(found.at("/payment/status")).contains(payment);
        });
    }

    private long moneyOfPaidOrders() {
        return stack.sql().number("""
                select coalesce(sum(o.total), 0)
                  from orders.orders o
                  join payment.payments p on p.payable_id = o.group_id
                 where p.method = 'CARD'
                   and p.status in ('PAID', 'REFUNDED')
                   and o.status in ('TO_CONFIRM', 'CONFIRMED', 'SHIPPED', 'DELIVERED')
                """);
    }

    private long refunds(String... statuses) {
        return stack.sql()
                .number(
                        "select coalesce(sum(amount), 0) from payment.attempts where kind = 'REFUND' and status = any(?)",
                        (Object) statuses);
    }
}
