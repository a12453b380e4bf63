package vn.ocop.marketplace.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Vnd;

/** What each thing that happens to money means in the ledger. */
final class Bookings {

    private Bookings() {}

    /**
     * Where money of a method lies when it has just come in; transfers are in the books before their purchase is known.
     */
    private static Balance incoming(PaymentMethod method) {
        return switch (method) {
            case CARD -> Balance.of(Account.CARD_CLEARING);
            case BANK_TRANSFER -> Balance.of(Account.UNMATCHED_TRANSFERS);
            case CASH_ON_DELIVERY -> Balance.of(Account.CARRIER_RECEIVABLE);
        };
    }

    private static Balance outgoing(PaymentMethod method) {
        return method == PaymentMethod.BANK_TRANSFER ? Balance.of(Account.BANK_CLEARING) : incoming(method);
    }

    /**
     * Money came in for parts of a purchase: the goods are owed to their shops, less what these are charged, the
     * delivery to the carrier. What the parts do not explain is a loss or gain of the platform; purchases older than
     * the ledger have no parts.
     */
    static List<Posting> sale(PaymentMethod method, Vnd amount, List<PaymentPart> parts) {
        var from = incoming(method);
        var postings = new ArrayList<Posting>();
        parts.forEach(part -> postings.addAll(sale(from, part)));
        var explained = Vnd.sum(parts.stream().map(PaymentPart::total).toList());
        var rest = Balance.of(parts.isEmpty() ? Account.OPENING : Account.LOSSES);
        postings.addAll(Posting.of(from, rest, amount.minus(explained)));
        return postings;
    }

    private static List<Posting> sale(Balance from, PaymentPart part) {
        var postings = new ArrayList<Posting>();
        postings.addAll(Posting.of(from, shop(part), part.goods()));
        postings.addAll(Posting.of(from, Balance.of(Account.SHIPPING_PAYABLE), part.delivery()));
        var charges = part.charges();
        postings.addAll(Posting.of(shop(part), Balance.of(Account.COMMISSION), charges.commission()));
        postings.addAll(Posting.of(shop(part), Balance.of(Account.COMMISSION_VAT), charges.commissionVat()));
        postings.addAll(Posting.of(shop(part), Balance.of(Account.TAX_WITHHELD, part.shopId()), charges.tax()));
        return postings;
    }

    /** A part that was sold falls away: nobody is owed for it any more but the buyer. */
    static List<Posting> reversal(UUID payment, PaymentPart part) {
        return sale(refunds(payment), part).stream().map(Posting::reversed).toList();
    }

    /** A part of a purchase older than the ledger falls away. */
    static List<Posting> reversalOfOpening(UUID payment, Vnd amount) {
        return Posting.of(Balance.of(Account.OPENING), refunds(payment), amount);
    }

    /** Money came in that nothing waited for: it is the buyer's. */
    static List<Posting> late(PaymentMethod method, UUID payment, Vnd amount) {
        return Posting.of(incoming(method), refunds(payment), amount);
    }

    /** Money went back to the buyer. */
    static List<Posting> refunded(PaymentMethod method, UUID payment, Vnd amount) {
        return Posting.of(refunds(payment), outgoing(method), amount);
    }

    private static Balance shop(PaymentPart part) {
        return Balance.of(Account.SHOP_PAYABLE, part.shopId());
    }

    private static Balance refunds(UUID payment) {
        return Balance.of(Account.REFUNDS, payment);
    }
}
