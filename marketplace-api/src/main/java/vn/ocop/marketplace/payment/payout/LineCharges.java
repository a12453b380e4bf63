package vn.ocop.marketplace.payment.payout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** What is taken and kept back of one line, and by which rule and rate. */
public record LineCharges(
        Vnd commission,
        Vnd commissionVat,
        Vnd taxVat,
        Vnd taxPit,
        @Nullable UUID rule,
        @Nullable UUID rate) {

    static final LineCharges NONE = new LineCharges(Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, null, null);

    LineCharges withTax(@Nullable TaxRate by, Vnd amount) {
        return by == null
                ? this
                : new LineCharges(
                        commission,
                        commissionVat,
                        amount.basisPoints(by.vatBp()),
                        amount.basisPoints(by.pitBp()),
                        rule,
                        by.id());
    }

    LineCharges withCommission(Vnd fee, Vnd vat, UUID by) {
        return new LineCharges(fee, vat, taxVat, taxPit, by, rate);
    }

    public LineCharges withoutTax() {
        return new LineCharges(commission, commissionVat, Vnd.ZERO, Vnd.ZERO, rule, null);
    }

    Vnd total() {
        return commission.plus(commissionVat).plus(taxVat).plus(taxPit);
    }
}
