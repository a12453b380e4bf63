package vn.ocop.marketplace.payment.payout;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * The tax withheld in a month less what was given back in it.
 *
 * @param declaredAt null while the month is still open
 */
public record TaxDeclaration(
        YearMonth month,
        Vnd base,
        Vnd vat,
        Vnd pit,
        @Nullable Instant declaredAt,
        @Nullable Instant paidAt) {

    /** How far the tax of a month has got. */
    public enum Status {
        WITHHELD,
        DECLARED,
        PAID
    }

    public Status status() {
        if (paidAt != null) {
            return Status.PAID;
        }
        return declaredAt == null ? Status.WITHHELD : Status.DECLARED;
    }

    /** The twentieth of the month after, or the Monday after that. */
    public LocalDate dueOn() {
        var day = month.plusMonths(1).atDay(20);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** One seller's share of it. */
    public record SellerShare(UUID shop, Vnd base, Vnd vat, Vnd pit) {

        Vnd tax() {
            return vat.plus(pit);
        }
    }
}
