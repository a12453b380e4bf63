package vn.ocop.marketplace.web.money;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop has to do about money its buyers pay it itself. */
public record DirectMoney(List<Awaited> awaited, List<Owed> owed) {

    /** A transfer to look for. */
    public record Awaited(
            String purchase,
            String reference,
            long amount,
            String status,
            @Nullable Instant payUntil) {

        public boolean pending() {
            return status.equals("PENDING");
        }
    }

    /** Money to send back. */
    public record Refund(
            String id,
            String purchase,
            long amount,
            Instant dueAt,
            String duty,
            @Nullable Instant doneAt) {

        public boolean done() {
            return duty.equals("DONE");
        }

        public boolean overdue() {
            return duty.equals("OVERDUE");
        }
    }

    /** The same with where its buyer wants it. */
    public record Owed(Refund refund, MoneyDesk.@Nullable BankAccount account) {}

    /** How many are still waited for. */
    public long pending() {
        return awaited.stream().filter(Awaited::pending).count();
    }

    /** How many still have to be sent back. */
    public long toSend() {
        return owed.stream().filter(each -> !each.refund().done()).count();
    }

    public boolean nothing() {
        return awaited.isEmpty() && owed.isEmpty();
    }
}
