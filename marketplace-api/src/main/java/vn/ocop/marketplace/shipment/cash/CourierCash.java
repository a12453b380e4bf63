package vn.ocop.marketplace.shipment.cash;

import java.time.Instant;
import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** What a courier has taken and not handed in. */
public record CourierCash(UUID courier, long parcels, Vnd amount, Instant since) {}
