package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scan as the API takes it.
 *
 * @param id made up where it was scanned: the same again is the same scan
 * @param voids the scan that was a mistake, where this undoes one
 */
public record Scan(
        String id,
        String number,
        String step,
        Instant at,
        boolean offline,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String voids,
        @Nullable String deliveryCode) {

    /** Several, with the time of the device that sends them. */
    public record Batch(@Nullable Instant sentAt, List<Scan> scans) {}

    /** What became of one; only with it may a device forget the scan. */
    public record Receipt(
            String id,
            String outcome,
            @Nullable Parcel parcel,
            @Nullable String code,
            @Nullable String detail) {

        public boolean refused() {
            return outcome.equals("REFUSED");
        }
    }

    /** The answer to a batch. */
    public record Receipts(List<Receipt> receipts) {}
}
