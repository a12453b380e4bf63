package vn.ocop.marketplace.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
            case CASH_ON_DELIVERY, CASH_AT_POST_OFFICE -> Balance.of(Account.CARRIER_RECEIVABLE);
        };
    }

    /**
     * Money came in for parts of a purchase: the goods are owed to their shops, less what these are charged, the
     * delivery to the carrier. What the parts do not explain is a loss or gain of the platform; purchases older than
     * the ledger have no parts.
     */
    static List<Posting> sale(PaymentMethod method, Vnd amount, List<PaymentPart> parts) {
        return sale(incoming(method), amount, parts);
    }

    /** Late money that was the buyer's becomes the payment after all. */
    static List<Posting> revival(UUID payment, Vnd amount, List<PaymentPart> parts) {
        return sale(refunds(payment), amount, parts);
    }

    private static List<Posting> sale(Balance from, Vnd amount, List<PaymentPart> parts) {
        var postings = new ArrayList<Posting>();
        parts.forEach(part -> postings.addAll(sale(from, part)));
        var explained = Vnd.sum(parts.stream().map(PaymentPart::total).toList());
        var rest = Balance.of(parts.isEmpty() ? Account.OPENING : Account.LOSSES);
        postings.addAll(Posting.of(from, rest, amount.minus(explained)));
        return postings;
    }

    /** The shops were paid themselves: they owe the carrier its share and the platform its fee, funders owe theirs. */
    static List<Posting> directSale(List<PaymentPart> parts) {
        return parts.stream().flatMap(part -> sale(shop(part), part).stream()).toList();
    }

    private static List<Posting> sale(Balance from, PaymentPart part) {
        var postings = new ArrayList<Posting>();
        if (!from.equals(shop(part))) {
            postings.addAll(Posting.of(from, shop(part), part.goods()));
        }
        postings.addAll(Posting.of(from, Balance.of(Account.SHIPPING_PAYABLE), part.delivery()));
        postings.addAll(relief(part));
        var charges = part.charges();
        postings.addAll(Posting.of(shop(part), Balance.of(Account.COMMISSION), charges.commission()));
        postings.addAll(Posting.of(shop(part), Balance.of(Account.COMMISSION_VAT), charges.commissionVat()));
        postings.addAll(Posting.of(shop(part), Balance.of(Account.TAX_WITHHELD, part.shopId()), charges.tax()));
        return postings;
    }

    /** Funders owe the shop and the carrier what they bear; the shop owes the carrier its share of the delivery. */
    private static List<Posting> relief(PaymentPart part) {
        var postings = new ArrayList<Posting>();
        for (var subsidy : part.relief().subsidies()) {
            var funder = Balance.of(Account.CAMPAIGN_SUBSIDY, subsidy.funder());
            postings.addAll(Posting.of(funder, shop(part), subsidy.goods()));
            postings.addAll(Posting.of(funder, Balance.of(Account.SHIPPING_PAYABLE), subsidy.delivery()));
        }
        postings.addAll(Posting.of(
                shop(part), Balance.of(Account.SHIPPING_PAYABLE), part.relief().shopDelivery()));
        return postings;
    }

    /** A part that was sold falls away: nobody is owed for it any more but the buyer. */
    static List<Posting> reversal(UUID payment, PaymentPart part) {
        return sale(refunds(payment), part).stream().map(Posting::reversed).toList();
    }

    /** A part its shop was paid for itself falls away: what goes back to the buyer was never the platform's. */
    static List<Posting> reversalOfDirect(PaymentPart part) {
        return sale(shop(part), part).stream().map(Posting::reversed).toList();
    }

    /** A part of a purchase older than the ledger falls away. */
    static List<Posting> reversalOfOpening(UUID payment, Vnd amount) {
        return Posting.of(Balance.of(Account.OPENING), refunds(payment), amount);
    }

    /** Money came in that nothing waited for: it is the buyer's. */
    static List<Posting> late(PaymentMethod method, UUID payment, Vnd amount) {
        return Posting.of(incoming(method), refunds(payment), amount);
    }

    /**
     * A part of an order goes back: out of the shop's pocket, which is charged less for it, or out of the platform's.
     */
    static List<Posting> takeback(UUID payment, UUID shop, Takeback back) {
        var payable = Balance.of(Account.SHOP_PAYABLE, shop);
        var bearer = back.bearer() == Takeback.Bearer.SHOP ? payable : Balance.of(Account.LOSSES);
        var postings = new ArrayList<Posting>();
        postings.addAll(Posting.of(bearer, refunds(payment), back.amount()));
        postings.addAll(returned(shop, back));
        return postings;
    }

    /** The same where the shop has the money: it sends that back itself, unless the platform bears it. */
    static List<Posting> takebackOfDirect(UUID payment, UUID shop, Takeback back) {
        return back.bearer() == Takeback.Bearer.SHOP ? returned(shop, back) : takeback(payment, shop, back);
    }

    /** What the shop was charged for the goods, and what it had from funders for them. */
    private static List<Posting> returned(UUID shop, Takeback back) {
        var payable = Balance.of(Account.SHOP_PAYABLE, shop);
        var charges = back.chargesBack();
        var postings = new ArrayList<Posting>();
        postings.addAll(Posting.of(Balance.of(Account.COMMISSION), payable, charges.commission()));
        postings.addAll(Posting.of(Balance.of(Account.COMMISSION_VAT), payable, charges.commissionVat()));
        postings.addAll(Posting.of(Balance.of(Account.TAX_WITHHELD, shop), payable, charges.tax()));
        new TreeMap<>(back.subsidiesBack())
                .forEach((funder, amount) ->
                        postings.addAll(Posting.of(payable, Balance.of(Account.CAMPAIGN_SUBSIDY, funder), amount)));
        return postings;
    }

    /** Money went back to the buyer. */
    static List<Posting> refunded(PaymentAttempt.Channel channel, UUID payment, Vnd amount) {
        return Posting.of(refunds(payment), outgoing(channel, payment), amount);
    }

    private static Balance outgoing(PaymentAttempt.Channel channel, UUID payment) {
        return switch (channel) {
            case CARD -> Balance.of(Account.CARD_CLEARING);
            case BANK_CLEARING -> Balance.of(Account.BANK_CLEARING);
            case BANK -> Balance.of(Account.BANK);
            case DISPUTE -> disputes(payment);
            case SHOP -> throw new IllegalArgumentException("a shop's own money is in no account of the platform");
        };
    }

    /** Money that went back came to us again. */
    static List<Posting> refundFailed(UUID payment, Vnd amount) {
        return Posting.of(Balance.of(Account.CARD_CLEARING), refunds(payment), amount);
    }

    /** The card provider takes money until a dispute is decided. */
    static List<Posting> disputed(UUID payment, Vnd amount) {
        return Posting.of(disputes(payment), Balance.of(Account.CARD_CLEARING), amount);
    }

    static List<Posting> disputeWon(UUID payment, Vnd amount) {
        return Posting.of(Balance.of(Account.CARD_CLEARING), disputes(payment), amount);
    }

    /** What nobody else pays of a dispute that was lost. */
    static List<Posting> disputeLost(UUID payment, Vnd amount) {
        return Posting.of(Balance.of(Account.LOSSES), disputes(payment), amount);
    }

    private static Balance disputes(UUID payment) {
        return Balance.of(Account.DISPUTES, payment);
    }

    private static Balance shop(PaymentPart part) {
        return Balance.of(Account.SHOP_PAYABLE, part.shopId());
    }

    private static Balance refunds(UUID payment) {
        return Balance.of(Account.REFUNDS, payment);
    }
}
