package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the law asks of a category, from a day on and perhaps until another. */
record CategoryRule(
        String categoryCode,
        Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    enum Kind {
        ADULTS_ONLY,
        NO_CASH_ON_DELIVERY
    }

    boolean binds(String code, Kind asked, LocalDate day) {
        return kind == asked
                && categoryCode.equals(code)
                && !day.isBefore(validFrom)
                && (validTo == null || day.isBefore(validTo));
    }
}
