package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** The API is killed while hundreds order and a seller confirms. */
class OrdersFaultIT {

    private static final int BUYERS = 240;
    private static final int AT_ONCE = 48;
    private static final int THINGS = 12;
    private static final int STOCK = 30;

    private final PackagedStack stack = SharedStack.get();

    private record Intent(Shopper shopper, String quote, String key) {}

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubled() {
        var variants = SharedStack.stocked(stack, THINGS, STOCK);
        List<Intent> intents;
        try (var crowd = Crowd.of(BUYERS, 16, number -> intent(variants.get(number % THINGS)))) {
            intents = crowd.results();
        }

        List<String> codes;
        try (var crowd = Crowd.of(BUYERS, AT_ONCE, number -> order(intents.get(number)))) {
            killOnce(crowd, BUYERS / 6);
            killOnce(crowd, BUYERS / 2);
            codes = crowd.results();
        }

        assertThat(codes).doesNotHaveDuplicates().hasSize(BUYERS);
        var ours = SharedStack.array(variants);
        assertThat(stack.sql().texts("""
                select distinct g.code
                  from orders.order_groups g
                  join orders.orders o on o.group_id = g.id
                  join orders.order_lines l on l.order_id = o.id
                 where l.variant_id = any(?)
                """, (Object) ours)).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(soldOf(ours)).isEqualTo(BUYERS);
        assertThat(soldOf(ours) + leftOf(ours)).isEqualTo((long) THINGS * STOCK);
        assertThat(stack.sql().number("select count(*) from platform.idempotency_keys where response is null"))
                .isZero();
        IntStream.range(0, 20)
                .forEach(number -> assertThat(order(intents.get(number))).isEqualTo(codes.get(number)));
        assertThat(soldOf(ours)).isEqualTo(BUYERS);
        awaitEmptyOutbox(stack);
    }

    private Intent intent(UUID variant) {
        var shopper = Shopper.guest(stack.api());
        return new Intent(shopper, shopper.quote(variant), UUID.randomUUID().toString());
    }

    private static String order(Intent intent) {
        return intent.shopper().order(intent.quote(), "CASH_ON_DELIVERY", intent.key());
    }

    private void killOnce(Crowd<?> crowd, int whenSoManyAreDone) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> crowd.finished() >= whenSoManyAreDone);
        stack.kill(Part.API);
    }

    private long soldOf(UUID[] variants) {
        return stack.sql().number("""
                select coalesce(sum(l.quantity), 0)
                  from orders.order_lines l
                  join orders.orders o on o.id = l.order_id
                 where l.variant_id = any(?)
                   and o.status not in ('CANCELLED', 'REFUSED', 'EXPIRED')
                """, (Object) variants);
    }

    private long leftOf(UUID[] variants) {
        return stack.sql().number("select sum(stock) from listing.variants where id = any(?)", (Object) variants);
    }

    @Test
    void aConfirmedOrderHasItsParcelAndNoOtherHasOne() {
        var shop = UUID.fromString(stack.sql().texts("""
                select m.scope
                  from account.memberships m
                 where m.kind = 'SHOP'
                   and exists (select
                                 from listing.listings l
                                where l.shop_id::text = m.scope
                                  and l.status = 'ON_SALE'
                                  and l.category_code not in ('s14', 's15'))
                 order by m.scope
                """).getFirst());
        var owner = stack.sql().texts("""
                select p.phone
                  from account.people p
                  join account.memberships m on m.person_id = p.id
                 where m.scope = ?
                """, shop.toString()).getFirst();
        var variant = stack.sql().ids("""
                select v.id
                  from listing.variants v
                  join listing.listings l on l.id = v.listing_id
                 where l.shop_id = ?
                   and l.status = 'ON_SALE'
                   and v.active
                   and l.category_code not in ('s14', 's15')
                 order by v.id
                """, shop).getFirst();
        stack.sql().change("update listing.variants set stock = 100 where id = ?", variant);
        List<String> codes;
        try (var crowd = Crowd.of(40, 16, number -> order(intent(variant)))) {
            codes = crowd.results();
        }

        var seller = stack.api()
                .as(Shopper.persistent(
                                () -> stack.api()
                                        .post("/api/v1/sessions", Map.of("login", owner, "password", "dacsan2026")),
                                201)
                        .at("/token"));
        try (var crowd = Crowd.of(
                30,
                12,
                number -> Shopper.persistent(
                        () -> seller.post("/api/v1/orders/" + codes.get(number) + "-1/confirmation", Map.of()), 200))) {
            killOnce(crowd, 8);
            crowd.results();
        }

        awaitEmptyOutbox(stack);
        assertThat(stack.sql().number("""
                select count(*)
                  from orders.orders o
                  full join shipment.parcels p on p.order_id = o.id
                 where (o.status in ('CONFIRMED', 'SHIPPED', 'DELIVERED')) is distinct from (p.id is not null)
                """)).isZero();
        assertThat(stack.sql().number("select count(*) from shipment.parcels where order_code = any(?)", (Object)
                        codes.stream().map(code -> code + "-1").toArray(String[]::new)))
                .isEqualTo(30);
    }

    static void awaitEmptyOutbox(PackagedStack stack) {
        await("the outbox drains")
                .atMost(Duration.ofSeconds(90))
                .until(() -> stack.sql().number("select count(*) from platform.outbox") == 0);
    }
}
