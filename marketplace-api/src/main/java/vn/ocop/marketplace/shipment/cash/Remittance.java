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

    /** Whether it is what a carrier sent, and not another under the same number. */
    boolean says(String from, String number, List<RemittanceLine.Claim> claims) {
        var claimed = lines.stream()
                .map(line -> new RemittanceLine.Claim(line.number(), line.amount()))
                .toList();
        return carrier.equals(from) && bankRef.equals(number) && claimed.equals(claims);
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
