package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/**
 * Purchases by card, transfer and cash, called off, refused, delivered, refunded, returned and paid out, while the API
 * is killed at random and messages get lost, doubled, late and out of order. What everyone does is drawn from a seed:
 * {@code -Dfaults.seed}, {@code -Dfaults.purchases}.
 */
class MoneyFaultIT {

    private static final int PURCHASES = Integer.getInteger("faults.purchases", 2_000);
    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final int AT_ONCE = 24;
    private static final int THINGS = 20;
    private static final int KILLS = 4;
    private static final Duration BREATH = Duration.ofSeconds(45);

    private final PackagedStack stack = SharedStack.get();
    private final Provider provider = new Provider(stack);
    private final AtomicInteger done = new AtomicInteger();
    private List<UUID> variants = List.of();
    private Staff staff = new Staff(stack, "");

    /** What becomes of a purchase after it was placed. */
    private enum Fate {
        CALLED_OFF,
        REFUSED,
        UNPAID,
        DELIVERED,
        PARTLY_REFUNDED,
        RETURNED
    }

    @AfterEach
    void healProvider() {
        provider.noMoreFaults();
    }

    @Test
    void whateverHappensTheMoneyAddsUp() {
        variants = SharedStack.stocked(stack, THINGS, PURCHASES);
        staff = Staff.everywhere(stack, variants);
        var before = provider.charged() - provider.refunded();
        List<String> codes;
        var over = new AtomicBoolean();
        try (var crowd = Crowd.of(PURCHASES, AT_ONCE, this::live);
                var trouble = Crowd.of(1, 1, number -> trouble(over))) {
            try {
                codes = crowd.results();
            } finally {
                over.set(true);
            }
            trouble.results();
        }
        letEverythingSettle();

        var ours = codes.toArray(String[]::new);
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(stack.sql().number("select count(*) from orders.order_groups where code = any(?)", (Object) ours))
                .as("acknowledged purchases that exist")
                .isEqualTo(PURCHASES);
        assertThat(number("""
                select count(distinct o.group_id)
                  from orders.orders o
                  join orders.order_lines l on l.order_id = o.id
                 where l.variant_id = any(?)
                """, (Object) SharedStack.array(variants)))
                .as("purchases that nobody was told of")
                .isEqualTo(PURCHASES);
        stockIsConserved();
        assertThat(provider.charged() - provider.refunded() - before)
                .as("card money")
                .isEqualTo(standing("CARD", ours));
        assertThat(number("""
                select coalesce(sum(t.amount), 0)
                       - (select coalesce(sum(a.amount), 0)
                            from payment.attempts a
                            join payment.payments p on p.id = a.payment_id
                           where a.kind = 'REFUND' and a.status = 'SUCCEEDED' and p.method = 'BANK_TRANSFER')
                  from payment.transfers t
                 where t.status <> 'RETURNED'
                """))
                .as("transferred money")
                .isEqualTo(number(STANDING.replace("and p.payable_code = any(?)", ""), "BANK_TRANSFER"));
        booksBalance();
        sellersArePaidOnce();
    }

    private static final String STANDING = """
            select coalesce(sum(t.goods + t.delivery - t.back_goods - t.back_delivery), 0)
              from payment.parts t
              join payment.payments p on p.id = t.payment_id
             where t.status = 'SOLD'
               and p.method = ?
               and p.payable_code = any(?)
            """;

    /** What buyers have paid and not got back, by the orders. */
    private long standing(String method, String[] codes) {
        return number(STANDING, method, codes);
    }

    private long number(String query, Object... parameters) {
        return stack.sql().number(query, parameters);
    }

    /** One purchase from the cart to its end; answers its code. */
    private String live(int number) {
        // Neighbouring seeds would draw alike.
        var random = new Random(new SplittableRandom(SEED + number).nextLong());
        var method =
                List.of("CARD", "CARD", "BANK_TRANSFER", "CASH_ON_DELIVERY").get(random.nextInt(4));
        var fate = Fate.values()[random.nextInt(Fate.values().length)];
        var shopper = Shopper.guest(stack.api());
        var code = shopper.order(
                shopper.quote(variants.get(random.nextInt(THINGS))), method, "money-" + SEED + "-" + number);
        if (pays(shopper, code, method, fate, random) && !method.equals("CASH_ON_DELIVERY")) {
            awaitStatus(shopper, code, "TO_CONFIRM");
        }
        goesOn(shopper, code, fate, random);
        done.incrementAndGet();
        return code;
    }

    private boolean pays(Shopper shopper, String code, String method, Fate fate, Random random) {
        if (fate == Fate.UNPAID) {
            return false;
        }
        switch (method) {
            case "CARD" ->
                provider.act(
                        Shopper.persistent(
                                        () -> shopper.api()
                                                .post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of()),
                                        201)
                                .at("/redirectUrl"),
                        "pay");
            case "BANK_TRANSFER" -> transfers(shopper, code, random);
            default -> {
                // At the door.
            }
        }
        return true;
    }

    /** At once or in two parts; now and then too much. */
    private void transfers(Shopper shopper, String code, Random random) {
        var told = Shopper.persistent(
                () -> shopper.api().get("/api/v1/order-groups/" + code + "/transfer-instructions"), 200);
        var amount = told.body().path("amount").asLong();
        var first = random.nextBoolean() ? amount : amount / 3;
        var second = amount - first + (random.nextInt(5) == 0 ? 7_000 : 0);
        provider.transfer(told.at("/account"), first, told.at("/reference"));
        if (second > 0) {
            provider.transfer(told.at("/account"), second, told.at("/reference"));
        }
    }

    private void goesOn(Shopper shopper, String code, Fate fate, Random random) {
        switch (fate) {
            case UNPAID -> {
                // Runs out of time, or waits for its shop.
            }
            case CALLED_OFF ->
                Shopper.persistent(
                        () -> shopper.api().post("/api/v1/orders/" + code + "-1/cancellation", Map.of()), 200);
            case REFUSED -> staff.sellerDoes(code, "refusal", Map.of("reason", "Hết hàng"), 200);
            case DELIVERED -> {
                delivered(shopper, code);
                if (random.nextBoolean()) {
                    Shopper.persistent(
                            () -> shopper.api().post("/api/v1/orders/" + code + "-1/receipt", Map.of()), 200);
                }
            }
            case PARTLY_REFUNDED -> {
                delivered(shopper, code);
                for (int i = 0; i < 2; i++) {
                    staff.sellerDoes(
                            code, "refunds", Map.of("amount", 1_000 + random.nextInt(500), "reason", "Bớt"), 201);
                }
            }
            case RETURNED -> {
                delivered(shopper, code);
                returned(shopper, code, random);
            }
        }
    }

    private void delivered(Shopper shopper, String code) {
        staff.sellerDoes(code, "confirmation", Map.of(), 200);
        staff.postDelivers(code);
        awaitStatus(shopper, code, "DELIVERED");
    }

    private void returned(Shopper shopper, String code, Random random) {
        var wish = Map.of("kind", "PROBLEM", "reason", "DAMAGED", "words", "Hàng vỡ");
        var key = UUID.randomUUID().toString();
        var id = Shopper.persistent(() -> shopper.api().post("/api/v1/orders/" + code + "-1/returns", wish, key), 201)
                .at("/id");
        if (random.nextInt(3) > 0) {
            staff.answers(id, Map.of("move", "ACCEPT"));
        } else {
            // Silent: the deadline decides.
            stack.sql().change("update orders.returns set due_at = now() where id = ?", UUID.fromString(id));
        }
    }

    private static void awaitStatus(Shopper shopper, String code, String status) {
        await(code)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> Shopper.persistent(() -> shopper.api().get("/api/v1/order-groups/" + code), 200)
                        .at("/status")
                        .equals(status));
    }

    /** Kills, and a provider and bank at their worst, from the first purchase to the last. */
    private boolean trouble(AtomicBoolean over) {
        var random = new Random(SEED);
        int kills = 0;
        long healthySince = System.nanoTime();
        while (!over.get()) {
            provider.faults(trouble(random));
            // Whoever waits for a lost word finds it at the provider, without waiting for half a minute.
            stack.sql()
                    .change("update payment.attempts set created_at = created_at - interval '1 minute',"
                            + " checked_at = checked_at - interval '10 seconds'"
                            + " where status = 'OPEN' and kind = 'CHECKOUT' and provider_ref is not null");
            missedTransfersAreTold();
            var share = (int) ((kills + 0.3 + 0.4 * random.nextDouble()) * PURCHASES / KILLS);
            // People ask again for three minutes: between two kills everyone gets an answer.
            if (kills < KILLS && done.get() >= share && System.nanoTime() - healthySince > BREATH.toNanos()) {
                kills++;
                stack.kill(Part.API);
                stack.awaitHealthy(Part.API);
                healthySince = System.nanoTime();
            }
            pause(1_000);
        }
        return true;
    }

    private static String trouble(Random random) {
        return "dropWebhooks=%d&duplicateWebhooks=%d&delayWebhooksMillis=%d&failCalls=%d&failCallsAfterEffect=%d&lateCalls=%d"
                .formatted(
                        random.nextInt(6),
                        random.nextInt(10),
                        random.nextInt(1_500),
                        random.nextInt(3),
                        random.nextInt(3),
                        // Later than the caller waits.
                        random.nextInt(8) == 0 ? 1 : 0);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the bank's messages missed is on its statement; some of it is known already. */
    private void missedTransfersAreTold() {
        var known = new HashSet<>(stack.sql().texts("select bank_ref from payment.transfers"));
        var rows = new ArrayList<>(List.of("Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Nội dung"));
        rows.addAll(provider.transfers().stream()
                .filter(row -> !known.contains(row.split(",", 3)[1]) || row.hashCode() % 50 == 0)
                .toList());
        try {
            staff.admin().text("/api/v1/bank-statements", String.join("\n", rows));
        } catch (UncheckedIOException away) {
            // The next one tells it again.
        }
    }

    private void letEverythingSettle() {
        stack.awaitHealthy(Part.API);
        provider.noMoreFaults();
        missedTransfersAreTold();
        stack.sql()
                .change("update payment.payments set pay_until = now() - interval '1 minute' where status = 'PENDING'");
        stack.sql()
                .change(
                        "update payment.attempts set created_at = created_at - interval '5 minutes' where status = 'OPEN'");
        awaitNone("select count(*) from payment.payments where status = 'PENDING'");
        awaitNone("select count(*) from platform.outbox");
        awaitNone("select count(*) from payment.transfers where status in ('NEW', 'HELD')");
        awaitNone("select count(*) from orders.returns where ended_at is null and due_at < now()");
        for (var refund : staff.admin().get("/api/v1/bank-refunds").body().path("items")) {
            Shopper.persistent(
                    () -> staff.admin()
                            .post(
                                    "/api/v1/bank-refunds/" + refund.path("id").asString() + "/payment",
                                    Map.of("bankRef", "R" + refund.path("id").asString())),
                    204);
        }
        while (!staff.admin().get("/api/v1/bank-refunds").body().path("items").isEmpty()) {
            for (var refund : staff.admin().get("/api/v1/bank-refunds").body().path("items")) {
                staff.admin()
                        .post(
                                "/api/v1/bank-refunds/" + refund.path("id").asString() + "/payment",
                                Map.of("bankRef", "R" + refund.path("id").asString()));
            }
        }
        awaitNone("select count(*) from payment.attempts where kind = 'REFUND' and status in ('OPEN', 'HELD')");
        awaitNone("select count(*) from platform.outbox");
    }

    private void awaitNone(String query) {
        await(query)
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> number(query) == 0);
    }

    private void stockIsConserved() {
        var ours = (Object) SharedStack.array(variants);
        var sold = number("""
                select coalesce(sum(l.quantity), 0)
                       - coalesce((select sum(rl.pieces)
                                     from orders.refund_lines rl
                                     join orders.refunds r on r.id = rl.refund_id
                                     join orders.order_lines b on b.order_id = r.order_id and b.position = rl.position
                                    where r.goods_to = 'SHELF' and b.variant_id = any(?)), 0)
                  from orders.order_lines l
                  join orders.orders o on o.id = l.order_id
                 where l.variant_id = any(?)
                   and o.status not in ('CANCELLED', 'REFUSED', 'EXPIRED')
                """, ours, ours);
        assertThat(sold + number("select sum(stock) from listing.variants where id = any(?)", ours))
                .as("sold and left")
                .isEqualTo((long) THINGS * PURCHASES);
    }

    private void booksBalance() {
        var balance = staff.admin().get("/api/v1/ledger/trial-balance");
        assertThat(balance.body().path("difference").asLong()).isZero();
        assertThat(account(balance, "REFUNDS")).as("owed to buyers").isZero();
        assertThat(account(balance, "UNMATCHED_TRANSFERS")).as("unmatched").isZero();
        assertThat(account(balance, "CARD_CLEARING")).isEqualTo(provider.charged() - provider.refunded());
        assertThat(account(balance, "LOSSES")).as("losses").isZero();
    }

    private static long account(Http.Answer balance, String name) {
        for (var account : balance.body().path("accounts")) {
            if (account.path("account").asString().equals(name)) {
                return account.path("balance").asLong();
            }
        }
        throw new AssertionError(name);
    }

    /** All money is let go and paid out, with the API dying between payouts. */
    private void sellersArePaidOnce() {
        Staff.nameAccounts(stack);
        stack.sql()
                .change("update orders.orders set release_due = now() - interval '1 minute' where release_due > now()");
        awaitNone("select count(*) from orders.orders o where release_due < now() and released_at is null"
                + " and not exists (select from orders.returns r where r.order_id = o.id and r.ended_at is null)");
        // A shop that has more to make up for than it earned waits for better days.
        var owed = number("select coalesce(sum(amount), 0) from ("
                + "select sum(amount) as amount from payout.earnings where payout_id is null group by shop_id) as s"
                + " where amount > 0");
        assertThat(owed).isPositive();
        stack.sql().change("update payout.earnings set at = at - interval '2 days'");
        stack.sql()
                .change(
                        "insert into payout.schedules (legal_kind, weekday, minimum, valid_from, note)"
                                + " select k, null, 1, current_date - 2, 'thử' from unnest(array['HOUSEHOLD', 'INDIVIDUAL', 'COOPERATIVE', 'COMPANY']) k");
        stack.sql()
                .change(
                        "delete from payout.batches b where not exists (select from payout.payouts p where p.batch_id = b.id)");
        await("the sweep")
                .atMost(Duration.ofMinutes(4))
                .until(() -> number("select count(*) from payout.batches b where status = 'DRAFT'"
                                + " and exists (select from payout.payouts p where p.batch_id = b.id)")
                        > 0);
        var batch = stack.sql()
                .texts("select id from payout.batches where status = 'DRAFT'")
                .getFirst();
        Shopper.persistent(() -> staff.admin().post("/api/v1/payout-batches/" + batch + "/submission", Map.of()), 200);
        Shopper.persistent(() -> staff.checker().post("/api/v1/payout-batches/" + batch + "/approval", Map.of()), 200);
        var payouts = stack.sql().texts("select id from payout.payouts where status = 'DUE' order by code");
        try (var crowd = Crowd.of(payouts.size() * 2, 6, number -> paid(payouts.get(number % payouts.size())))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> crowd.finished() >= 3);
            stack.kill(Part.API);
            crowd.results();
        }
        var ours = UUID.fromString(batch);
        assertThat(number("select sum(amount) from payout.payouts where status = 'PAID' and batch_id = ?", ours))
                .as("paid")
                .isEqualTo(owed);
        assertThat(number("""
                select count(*)
                  from ledger.transactions t
                  join payout.payouts p on t.source = 'payout:' || p.id
                 where p.batch_id = ?
                """, ours)).as("bookings").isEqualTo(payouts.size());
        assertThat(number("""
                select sum(g.amount)
                  from ledger.postings g
                  join ledger.transactions t on t.id = g.transaction_id
                  join payout.payouts p on t.source = 'payout:' || p.id
                 where p.batch_id = ?
                """, ours)).as("booked").isEqualTo(owed);
        assertThat(number(
                        "select coalesce(sum(e.amount), 0) from payout.earnings e join payout.payouts p"
                                + " on p.id = e.payout_id where p.batch_id = ?",
                        ours))
                .as("earnings it is made of")
                .isEqualTo(owed);
    }

    private int paid(String payout) {
        return Shopper.persistent(
                        () -> staff.admin()
                                .post("/api/v1/payouts/" + payout + "/payment", Map.of("bankRef", "P" + payout)),
                        200)
                .status();
    }
}
