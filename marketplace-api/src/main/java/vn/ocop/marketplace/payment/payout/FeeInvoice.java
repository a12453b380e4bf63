package vn.ocop.marketplace.payment.payout;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the platform has charged a shop in a month.
 *
 * @param bookings how many sales and refunds it is of
 * @param fee below zero where more was given back than charged
 */
public record FeeInvoice(
        UUID id,
        UUID shop,
        YearMonth month,
        int year,
        int number,
        String shopName,
        @Nullable String taxCode,
        int bookings,
        Vnd fee,
        Vnd vat,
        Instant issuedAt) {

    /** As it is quoted: {@code PS-2026-00042}. */
    public String code() {
        return String.format(Locale.ROOT, "PS-%d-%05d", year, number);
    }

    public Vnd total() {
        return fee.plus(vat);
    }
}
