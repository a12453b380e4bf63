package vn.ocop.marketplace.payment.ledger;

/** What the ledger keeps apart. Balances of one account are kept per party: a shop, a payment, a carrier. */
public enum Account {
    /** What the card provider holds for the platform. */
    CARD_CLEARING(Side.DEBIT),
    /** What buyers transferred to the platform's bank account. */
    BANK_CLEARING(Side.DEBIT),
    /** Cash the post took at the door and has not handed over. */
    CARRIER_RECEIVABLE(Side.DEBIT),
    /** What carriers owe for goods they lost. */
    CARRIER_CLAIMS(Side.DEBIT),
    /** What funders of campaigns owe for the discounts they bear; the party is the funder. */
    CAMPAIGN_SUBSIDY(Side.DEBIT),
    LOSSES(Side.DEBIT),
    /** What the card provider keeps until disputes are decided; the party is the payment. */
    DISPUTES(Side.DEBIT),
    /** The platform's own money at its bank: payouts and taxes are paid from it. */
    BANK(Side.DEBIT),
    /** What the platform owes sellers; the party is the shop. */
    SHOP_PAYABLE(Side.CREDIT),
    /** What buyers paid for delivery and carriers are owed. */
    SHIPPING_PAYABLE(Side.CREDIT),
    COMMISSION(Side.CREDIT),
    COMMISSION_VAT(Side.CREDIT),
    /** Tax kept back from sellers until it is paid to the state; the party is the shop. */
    TAX_WITHHELD(Side.CREDIT),
    /** What buyers are to get back; the party is the payment. */
    REFUNDS(Side.CREDIT),
    /** Transfers nobody has assigned to a purchase yet. */
    UNMATCHED_TRANSFERS(Side.CREDIT),
    /** What carriers paid in that no delivery explains. */
    CARRIER_UNMATCHED(Side.CREDIT),
    /** The other side of what came in before there was a ledger. */
    OPENING(Side.CREDIT);

    private final Side normalSide;

    Account(Side normalSide) {
        this.normalSide = normalSide;
    }

    public Side normalSide() {
        return normalSide;
    }

    /** On which side a balance grows. */
    public enum Side {
        DEBIT,
        CREDIT
    }
}
