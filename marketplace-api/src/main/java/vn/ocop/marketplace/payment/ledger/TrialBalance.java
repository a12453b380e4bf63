package vn.ocop.marketplace.payment.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.ocop.marketplace.platform.Vnd;

/** Every account with what was ever debited and credited up to a moment. */
public record TrialBalance(Instant at, List<Line> lines) {

    /** One account; its balance counts on the side on which it normally grows. */
    public record Line(Account account, Vnd debits, Vnd credits) {

        public Vnd balance() {
            return account.normalSide() == Account.Side.DEBIT ? debits.minus(credits) : credits.minus(debits);
        }
    }

    static TrialBalance of(Instant at, List<Line> lines) {
        return new TrialBalance(
                at, lines.stream().sorted(Comparator.comparing(Line::account)).toList());
    }

    public Vnd debits() {
        return Vnd.sum(lines.stream().map(Line::debits).toList());
    }

    public Vnd credits() {
        return Vnd.sum(lines.stream().map(Line::credits).toList());
    }

    /** Zero, always. */
    public Vnd difference() {
        return debits().minus(credits());
    }
}
