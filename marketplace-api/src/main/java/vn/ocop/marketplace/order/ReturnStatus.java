package vn.ocop.marketplace.order;

/** How far a return has got, and what happens when nobody moves in time. */
public enum ReturnStatus {
    /** The shop is to answer. */
    ASKED,
    /** The shop will not; the buyer may take it to the province. */
    REJECTED,
    /** The shop wants the goods back first. */
    GOODS_AWAITED,
    GOODS_SENT,
    /** The province is to decide. */
    ESCALATED,
    REFUNDED,
    DECLINED,
    WITHDRAWN;

    public boolean open() {
        return this != REFUNDED && this != DECLINED && this != WITHDRAWN;
    }

    /** Silence is never to the harm of the one who waits. */
    ReturnStatus whenTimeIsUp() {
        return switch (this) {
            case ASKED, GOODS_SENT, ESCALATED -> REFUNDED;
            case REJECTED, GOODS_AWAITED -> DECLINED;
            case REFUNDED, DECLINED, WITHDRAWN -> this;
        };
    }

    /** How long one may take in this state. */
    Deadline.Step deadline() {
        return switch (this) {
            case ASKED -> Deadline.Step.SHOP_ANSWERS;
            case REJECTED -> Deadline.Step.BUYER_ESCALATES;
            case GOODS_AWAITED -> Deadline.Step.GOODS_SENT;
            case GOODS_SENT -> Deadline.Step.GOODS_CHECKED;
            case ESCALATED -> Deadline.Step.PROVINCE_DECIDES;
            case REFUNDED, DECLINED, WITHDRAWN -> throw new IllegalStateException(this + " waits for nobody");
        };
    }
}
