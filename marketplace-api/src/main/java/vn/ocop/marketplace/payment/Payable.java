package vn.ocop.marketplace.payment;

import java.util.List;
import java.util.UUID;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Something to be paid for, as payments see it: the lines are what the buyer reads on the payment page and add up to
 * the amount.
 */
public record Payable(UUID id, String code, UUID buyerId, Vnd amount, List<Line> lines, Language language) {

    /** One entry on the payment page. */
    public record Line(String name, Vnd amount) {}

    public Payable {
        lines = List.copyOf(lines);
        if (!Vnd.sum(lines.stream().map(Line::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("the lines of " + code + " do not add up to its amount");
        }
    }
}
