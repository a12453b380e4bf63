package vn.ocop.marketplace.order;

import java.time.Instant;
import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** Money of an order that goes back to its buyer, as it was decided. */
public record OrderRefund(UUID id, Cause cause, GoodsTo goodsTo, String reason, Vnd goods, Vnd delivery, Instant at) {

    /** Who decided it. */
    public enum Cause {
        SHOP,
        RETURN,
        /** The buyer called it off after the shop had given some of it back. */
        CANCELLATION,
        /** The card's bank, in a dispute. */
        DISPUTE,
        /** It could not be delivered. */
        POST
    }

    /** What becomes of the goods. */
    public enum GoodsTo {
        SHELF,
        WRITTEN_OFF,
        BUYER
    }

    public Vnd amount() {
        return goods.plus(delivery);
    }
}
