package vn.ocop.marketplace.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.packaged.Slot;

/**
 * Order requests that all take of one and the same campaign (pieces, budget and a turn for each person), against the
 * same order requests without it: once for things of many shops, once for one thing only.
 */
record HotCampaign(Meter meter) {

    private static final long OFF = 1_000;
    private static final int PIECES = 1_000_000;
    private static final int ORDERS_A_SECOND = 200;

    private record Quoted(String token, String quote) {}

    List<Row> rows(Shelf shelf) {
        var rows = new ArrayList<Row>();
        var some = shelf.variants();
        var one = List.of(some.getFirst());
        rows.addAll(pair("many things", some));
        rows.addAll(pair("one thing", one));
        return rows;
    }

    /** Throws the figures away. */
    void warmUp(Shelf shelf) {
        measure("  (warm up)", shelf.variants());
    }

    /** Without, with, and without again, so that a machine getting busier hits both alike. */
    private List<Row> pair(String what, List<UUID> variants) {
        var before = measure("  orders for " + what, variants);
        var slot = Slot.open(meter.stack().sql(), List.of(), OFF, PIECES);
        awaitOffered(variants.getFirst());
        var hot = measure("  the same, one hot campaign", variants);
        slot.close();
        awaitGone(variants.getFirst());
        var after = measure("  orders for " + what, variants);
        double without = (before.perSecond() + after.perSecond()) / 2;
        mustHaveCounted(slot);
        return List.of(
                before.against("members, quotes ready, no campaign"),
                hot.against("%.2f of the same without (%,.0f/s)".formatted(hot.perSecond() / without, without)));
    }

    /** A campaign nobody used would be a fast one. */
    private static void mustHaveCounted(Slot slot) {
        if (slot.taken("sum(counted)") + slot.left("pieces_left") != PIECES || slot.taken("count(*)") == 0) {
            throw new IllegalStateException("The campaign did not count what was ordered");
        }
    }

    private Row measure(String name, List<UUID> variants) {
        int port = meter.stack().addresses().api();
        var quoted = quoted(port, variants).iterator();
        return meter.untilDone(name, port, Shopping.ORDER, orders(quoted));
    }

    private List<Quoted> quoted(int port, List<UUID> variants) {
        int wanted = (int) meter.time().toSeconds() * ORDERS_A_SECOND;
        var tokens = members(port, wanted);
        var quoted = new ArrayList<Quoted>();
        var turns = tokens.iterator();
        var turn = new int[1];
        LoadGenerator.run(
                port,
                Meter.CONNECTIONS,
                Meter.LONGEST,
                number -> new Quoting(turns, () -> variants.get(turn[0]++ % variants.size()), quoted));
        return quoted;
    }

    /** People with a verified number each. */
    private List<String> members(int port, int wanted) {
        var tokens = new ArrayList<String>();
        var asked = new int[1];
        LoadGenerator.run(port, Meter.CONNECTIONS, Meter.LONGEST, number -> new Visitor() {

            @Override
            public @Nullable Ask next() {
                return asked[0]++ < wanted ? Shopping.newGuest() : null;
            }

            @Override
            public void answered(Ask ask, Answer answer) {
                ask.check(answer, 201);
                tokens.add(answer.json().path("token").asString());
            }
        });
        Slot.verify(meter.stack().sql(), tokens);
        return tokens;
    }

    /** Puts one thing in the cart of one member after the other and has it priced. */
    private static final class Quoting implements Visitor {

        private final Iterator<String> tokens;
        private final Supplier<UUID> wishes;
        private final List<Quoted> quoted;
        private String token = "";
        private boolean inCart;

        Quoting(Iterator<String> tokens, Supplier<UUID> wishes, List<Quoted> quoted) {
            this.tokens = tokens;
            this.wishes = wishes;
            this.quoted = quoted;
        }

        @Override
        public @Nullable Ask next() {
            if (inCart) {
                return Shopping.quote(token);
            }
            if (!tokens.hasNext()) {
                return null;
            }
            token = tokens.next();
            return Shopping.addToCart(token, wishes.get());
        }

        @Override
        public void answered(Ask ask, Answer answer) {
            ask.check(answer, inCart ? 201 : 200);
            if (inCart) {
                quoted.add(new Quoted(token, answer.json().path("id").asString()));
            }
            inCart = !inCart;
        }
    }

    private static IntFunction<Visitor> orders(Iterator<Quoted> quoted) {
        return number -> new Visitor() {

            @Override
            public @Nullable Ask next() {
                if (!quoted.hasNext()) {
                    return null;
                }
                var next = quoted.next();
                return Shopping.order(next.token(), next.quote());
            }

            @Override
            public void answered(Ask ask, Answer answer) {
                ask.check(answer, 201);
            }
        };
    }

    private void awaitOffered(UUID variant) {
        awaitSaved(variant, true);
    }

    private void awaitGone(UUID variant) {
        awaitSaved(variant, false);
    }

    /** What the API keeps of offers is a second old at most. */
    private void awaitSaved(UUID variant, boolean saved) {
        var api = meter.stack().api().asGuest();
        Slot.verify(meter.stack().sql(), List.of(api.token().orElseThrow()));
        api.post("/api/v1/cart/lines", Map.of("variantId", variant, "quantity", 1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> (api.get("/api/v1/cart").body().at("/offers/saved").asLong() > 0) == saved);
    }
}
