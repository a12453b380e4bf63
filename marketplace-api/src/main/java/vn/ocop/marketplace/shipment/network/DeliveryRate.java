package vn.ocop.marketplace.shipment.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;

/**
 * What one parcel costs to deliver and how many days it takes.
 *
 * @param service how it is carried; null in quotes made before there was a choice
 * @param promisedOn the day by which it comes, if the shop hands it in today
 */
public record DeliveryRate(
        Nearness zone,
        Vnd fee,
        int daysFrom,
        int daysTo,
        @Nullable String service,
        @Nullable LocalDate promisedOn) {}
