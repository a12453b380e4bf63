package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something a listing of a category must tell, from a day on and perhaps until another. */
record RequiredAttribute(
        String categoryCode,
        String attribute,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean binds(String code, LocalDate day) {
        return categoryCode.equals(code) && !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
