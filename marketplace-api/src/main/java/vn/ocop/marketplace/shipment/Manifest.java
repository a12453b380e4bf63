package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Parcels that changed hands together.
 *
 * @param towards the office they go to, or null where a courier has them
 * @param counted how many the taker counted; null before they did
 */
public record Manifest(
        UUID id,
        String code,
        String office,
        @Nullable String towards,
        @Nullable UUID courier,
        Instant madeAt,
        @Nullable Instant takenAt,
        @Nullable Integer counted,
        List<Line> lines) {

    public Manifest {
        lines = List.copyOf(lines);
    }

    /** One parcel of it. */
    public record Line(String trackingNumber, String orderCode, String communeCode, int weightGrams, Vnd cash) {}

    public Vnd cash() {
        return Vnd.sum(lines.stream().map(Line::cash).toList());
    }

    /** Whether the taker counted something else than the giver listed. */
    public boolean differs() {
        return counted != null && counted != lines.size();
    }
}
