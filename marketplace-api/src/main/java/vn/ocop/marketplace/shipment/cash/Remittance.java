package vn.ocop.marketplace.shipment.cash;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** Cash that a carrier handed over, with its list. */
public record Remittance(UUID id, String carrier, String bankRef, Instant receivedAt, List<RemittanceLine> lines) {

    public Remittance {
        lines = List.copyOf(lines);
    }

    public Vnd total() {
        return Vnd.sum(lines.stream().map(RemittanceLine::amount).toList());
    }

    public Vnd matched() {
        return Vnd.sum(lines.stream()
                .filter(line -> line.outcome() == RemittanceLine.Outcome.MATCHED)
                .map(RemittanceLine::amount)
                .toList());
    }
}
