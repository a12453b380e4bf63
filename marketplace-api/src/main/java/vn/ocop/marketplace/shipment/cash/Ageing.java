package vn.ocop.marketplace.shipment.cash;

import java.time.Instant;
import vn.ocop.marketplace.platform.Vnd;

/** Cash that an office of a carrier took and the carrier has not handed over: less than three days ago, and longer. */
public record Ageing(
        String carrier,
        String office,
        long parcels,
        Vnd amount,
        Instant since,
        Vnd fresh,
        Vnd threeDays,
        Vnd sevenDays,
        Vnd fourteenDays) {}
