package vn.ocop.marketplace.payment.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What a shop's orders of a time came to: of each, sale − refunds − discount − fee − tax − direct − held = net, and the
 * day it was paid.
 */
public record SellerStatement(String shopName, LocalDate from, LocalDate to, List<Line> lines) {

    /**
     * One order.
     *
     * @param takenBack what buyers got back at the shop's cost
     * @param discount the shop's share of offers
     * @param fee commission with the tax on it
     * @param direct what the shop has from its buyer's own hand
     * @param held what the buyer could still ask back
     * @param paid of the net, what has been paid
     */
    public record Line(
            String code,
            Instant soldAt,
            Vnd sale,
            Vnd takenBack,
            Vnd discount,
            Vnd fee,
            Vnd tax,
            Vnd direct,
            Vnd held,
            Vnd net,
            Vnd paid,
            @Nullable Instant paidAt) {

        static Line of(
                String code,
                Instant soldAt,
                Vnd sale,
                Charged charged,
                boolean released,
                Vnd paid,
                @Nullable Instant paidAt) {
            var left = sale.minus(charged.takenBack())
                    .minus(charged.discount())
                    .minus(charged.fee())
                    .minus(charged.tax())
                    .minus(charged.direct());
            // What a shop owes is not held from it.
            var held = released || left.compareTo(Vnd.ZERO) < 0 ? Vnd.ZERO : left;
            return new Line(
                    code,
                    soldAt,
                    sale,
                    charged.takenBack(),
                    charged.discount(),
                    charged.fee(),
                    charged.tax(),
                    charged.direct(),
                    held,
                    left.minus(held),
                    paid,
                    paid.equals(left.minus(held)) ? paidAt : null);
        }
    }

    /** What is taken off a sale. */
    record Charged(Vnd takenBack, Vnd discount, Vnd fee, Vnd tax, Vnd direct) {}

    public SellerStatement {
        lines = List.copyOf(lines);
    }

    /** The sum of all lines, as a line. */
    public Line total() {
        return new Line(
                "",
                Instant.EPOCH,
                sum(Line::sale),
                sum(Line::takenBack),
                sum(Line::discount),
                sum(Line::fee),
                sum(Line::tax),
                sum(Line::direct),
                sum(Line::held),
                sum(Line::net),
                sum(Line::paid),
                null);
    }

    private Vnd sum(Function<Line, Vnd> part) {
        return Vnd.sum(lines.stream().map(part).toList());
    }
}
