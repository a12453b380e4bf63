package vn.ocop.marketplace.web.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop earns, what is taken off, and when it is paid. */
public record SellerMoney(
        LocalDate from, LocalDate to, Standing standing, List<Line> lines, Line total, List<Paid> payouts) {

    /** What it has, whatever the time. */
    public record Standing(long held, long due, long paid, boolean onHold) {}

    /** One order, or the sum of all. */
    public record Line(
            String order,
            Instant soldAt,
            long sale,
            long takenBack,
            long discount,
            long fee,
            long tax,
            long direct,
            long held,
            long net,
            @Nullable Instant paidAt) {}

    /** One payout. */
    public record Paid(
            String code,
            long amount,
            String account,
            String channel,
            String status,
            @Nullable Instant decidedAt) {

        /** Whether it is handed over at a counter. */
        public boolean cash() {
            return channel.equals("CASH");
        }
    }

    /** The marketplace's invoice of a month. */
    public record Invoice(String id, String code, YearMonth month, long fee, long vat, long total, Instant issuedAt) {

        /** As people write it: {@code 11/2026}. */
        public String monthRead() {
            return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
        }
    }

    /** Where the shop is paid. */
    public record Account(String bin, String number, String holder, Instant usableFrom) {}
}
