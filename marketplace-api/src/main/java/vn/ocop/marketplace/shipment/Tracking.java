package vn.ocop.marketplace.shipment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.shipment.network.PostOffice;

/**
 * What anyone who has a parcel's number may know of it: where it was posted, which province it goes to, and its steps.
 * Nobody's name, phone or street, and no sum.
 */
public record Tracking(
        String number,
        PostOffice office,
        String destinationCommune,
        @Nullable LocalDate dueOn,
        Journey journey) {

    public ParcelStatus status() {
        return journey.status();
    }

    /** When it is to be expected. */
    public Optional<DeliveryEstimate> expected(LocalDate today) {
        return DeliveryEstimate.of(journey, dueOn, today);
    }
}
