package vn.ocop.marketplace.payment.ledger;

import java.util.List;
import vn.ocop.marketplace.platform.Vnd;

/** An amount that goes from one balance to another. Both sides in one record: what is taken here is given there. */
public record Posting(Balance debit, Balance credit, Vnd amount) {

    /** One balance: an account, and whose. */
    public record Balance(Account account, String party) {

        public static Balance of(Account account) {
            return new Balance(account, "");
        }

        public static Balance of(Account account, Object party) {
            return new Balance(account, party.toString());
        }
    }

    public Posting {
        if (amount.compareTo(Vnd.ZERO) <= 0) {
            throw new IllegalArgumentException("a posting has a positive amount, not " + amount);
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("a posting has two sides, not " + debit + " twice");
        }
    }

    /** The posting, or none where there is nothing to post; a negative amount goes the other way. */
    public static List<Posting> of(Balance debit, Balance credit, Vnd amount) {
        return switch (amount.compareTo(Vnd.ZERO)) {
            case 0 -> List.of();
            case 1 -> List.of(new Posting(debit, credit, amount));
            default -> List.of(new Posting(credit, debit, Vnd.ZERO.minus(amount)));
        };
    }

    /** Takes it back. */
    public Posting reversed() {
        return new Posting(credit, debit, amount);
    }
}
