package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One purchase: one payment and one address, one order per shop. */
public record OrderGroup(
        String code,
        Instant placedAt,
        Payment payment,
        Order.Recipient recipient,
        List<Order> orders,
        long goodsTotal,
        long deliveryTotal,
        long total) {

    /** How the purchase is paid, how far that has come, and whether to the shop itself. */
    public record Payment(
            String method,
            String status,
            long amount,
            @Nullable Instant expiresAt,
            boolean direct) {

        /** Whether it is to be paid before anything is sent. */
        public boolean beforehand() {
            return !method.equals(Quote.CASH);
        }

        public boolean card() {
            return method.equals("CARD");
        }

        public boolean transfer() {
            return method.equals("BANK_TRANSFER");
        }

        /** Whether the buyer brings it to a post office. */
        public boolean counter() {
            return method.equals("CASH_AT_POST_OFFICE");
        }

        public boolean pending() {
            return status.equals("PENDING");
        }
    }

    /** Whether the buyer has still to pay, and can. */
    public boolean waitsForMoney() {
        return payment.beforehand()
                && payment.pending()
                && orders.stream().anyMatch(order -> order.status() == Order.Status.PENDING_PAYMENT);
    }

    public boolean waitsForCard() {
        return payment.card() && waitsForMoney();
    }

    /** Whether there is still time to pay. */
    public boolean payableAt(Instant now) {
        var until = payment.expiresAt();
        return waitsForMoney() && (until == null || now.isBefore(until));
    }
}
