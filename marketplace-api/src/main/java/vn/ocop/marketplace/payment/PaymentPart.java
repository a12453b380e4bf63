package vn.ocop.marketplace.payment;

import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** What one shop's order adds to a payment, frozen when the purchase was made. */
record PaymentPart(UUID id, UUID shopId, Vnd goods, Vnd delivery, Charges charges, Relief relief) {

    /** What the sale brings the shop before it is charged: from its buyer and from funders. */
    Vnd revenue() {
        return goods.plus(relief.subsidy());
    }

    Vnd total() {
        return goods.plus(delivery);
    }
}
