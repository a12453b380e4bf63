package vn.ocop.marketplace.shipment.cash;

import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** What the post tells of money that changed hands; the key is the remittance's id. */
public final class CashEvents {

    public static final String REMITTED = "carrier.remitted.v1";

    private CashEvents() {}

    /** A carrier handed over cash: as much as deliveries explain, and the rest. */
    public record Remitted(UUID id, String carrier, String bankRef, Vnd matched, Vnd unmatched) {}
}
