package vn.ocop.marketplace.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.packaged.Part;

/** Carts and orders; orders against the same statements driven by pgbench. */
record BuyingScenarios(Meter meter) {

    private static final int ADDS_A_GUEST = 4;
    private static final int QUOTES_A_SECOND = 300;

    private record Quoted(String token, String quote) {}

    List<Row> rows(Shelf shelf) {
        int port = meter.stack().addresses().api();
        var wishes = new Wishes(shelf.variants());
        meter.warmUp(port, number -> Shopping.ordering(wishes));
        var rows = new ArrayList<Row>();
        rows.add(addToCart(port, wishes));
        var whole = meter.timed(
                "whole cash order: guest, cart, quote, order",
                port,
                Shopping.ORDER,
                number -> Shopping.ordering(wishes));
        var quoted = quoted(port, wishes);
        var alone = meter.untilDone("  order request alone", port, Shopping.ORDER, orders(quoted.iterator()));
        var pgbench = OrderReference.measure(meter.stack(), meter.time());
        rows.add(compared(whole, pgbench.map(OrderReference.Result::purchases)));
        rows.add(compared(alone, pgbench.map(OrderReference.Result::orders)));
        return rows;
    }

    private static Row compared(Row row, Optional<Double> pgbench) {
        var ours = "API and database %.1f ms; ".formatted(row.cpu(Part.API) + row.cpu(Part.POSTGRES));
        return row.against(ours
                + pgbench.map(rate -> "%.2f of the same SQL driven by pgbench (%,.0f/s)"
                                .formatted(row.perSecond() / rate, rate))
                        .orElse("pgbench is not installed"));
    }

    private Row addToCart(int port, Wishes wishes) {
        var guests = quoted(port, wishes).stream().map(Quoted::token).toList();
        var adds = guests.size() * ADDS_A_GUEST;
        var number = new int[1];
        return meter.untilDone(
                        "add to cart",
                        port,
                        Shopping.CART,
                        visitor -> new Reading(() -> number[0] == adds
                                ? null
                                : Shopping.addToCart(guests.get(number[0]++ % guests.size()), wishes.get())))
                .against("%,d guests, %d things each".formatted(guests.size(), ADDS_A_GUEST));
    }

    /** Guests who are about to order: at least one for each connection, however long that takes. */
    private List<Quoted> quoted(int port, Wishes wishes) {
        var enough = (int) meter.time().toSeconds() * QUOTES_A_SECOND;
        var deadline = System.nanoTime() + meter.time().toNanos();
        var ready = new ArrayList<Quoted>();
        LoadGenerator.run(
                port,
                Meter.CONNECTIONS,
                Meter.LONGEST,
                number -> Shopping.quoting(
                        () -> ready.size() < Meter.CONNECTIONS
                                        || (ready.size() < enough && System.nanoTime() < deadline)
                                ? wishes.get()
                                : null,
                        (token, quote) -> ready.add(new Quoted(token, quote))));
        return ready;
    }

    private static IntFunction<Visitor> orders(Iterator<Quoted> quoted) {
        return number -> new Ordering(() -> {
            if (!quoted.hasNext()) {
                return null;
            }
            var next = quoted.next();
            return Shopping.order(next.token(), next.quote());
        });
    }

    /** Places orders whose quotes are ready. */
    private record Ordering(Supplier<Visitor.@Nullable Ask> orders) implements Visitor {

        @Override
        public @Nullable Ask next() {
            return orders.get();
        }

        @Override
        public void answered(Ask ask, Answer answer) {
            ask.check(answer, 201);
        }
    }

    /** One thing after the other, over and over, in the shelf's order. */
    private static final class Wishes implements Supplier<@Nullable UUID> {

        private final List<UUID> variants;
        private int turn;

        Wishes(List<UUID> variants) {
            this.variants = variants;
        }

        @Override
        public UUID get() {
            return variants.get(turn++ % variants.size());
        }
    }
}
