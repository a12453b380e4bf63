package vn.ocop.marketplace.payment;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the platform takes of a sale and keeps back for the state; frozen with the sale.
 *
 * @param commissionRule by which the commission was reckoned; null where there was none, or several
 * @param taxRate by which tax was withheld; null where there was none, or several
 */
public record Charges(
        Vnd commission,
        Vnd commissionVat,
        Vnd taxVat,
        Vnd taxPit,
        @Nullable UUID commissionRule,
        @Nullable UUID taxRate) {

    public static final Charges NONE = new Charges(Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, null, null);

    public static Charges sum(Collection<Charges> charges) {
        return charges.stream()
                .reduce(
                        NONE,
                        (one, other) -> new Charges(
                                one.commission.plus(other.commission),
                                one.commissionVat.plus(other.commissionVat),
                                one.taxVat.plus(other.taxVat),
                                one.taxPit.plus(other.taxPit),
                                null,
                                null));
    }

    public Vnd tax() {
        return taxVat.plus(taxPit);
    }

    public Vnd total() {
        return commission.plus(commissionVat).plus(tax());
    }
}
