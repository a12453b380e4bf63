package vn.ocop.marketplace.payment;

import java.util.List;
import java.util.UUID;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Something to be paid for, as payments see it: one line per order, which the buyer reads on the payment page and whose
 * shop gets the money. They add up to the amount.
 */
public record Payable(UUID id, String code, UUID buyerId, Vnd amount, List<Line> lines, Language language) {

    /**
     * One order's part: what its goods and its delivery cost the buyer, what the shop is charged and what others bear.
     */
    public record Line(
            UUID part, UUID shopId, String code, String name, Vnd goods, Vnd delivery, Charges charges, Relief relief) {

        public Vnd amount() {
            return goods.plus(delivery);
        }
    }

    public Payable {
        lines = List.copyOf(lines);
        if (!Vnd.sum(lines.stream().map(Line::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("the lines of " + code + " do not add up to its amount");
        }
    }
}
