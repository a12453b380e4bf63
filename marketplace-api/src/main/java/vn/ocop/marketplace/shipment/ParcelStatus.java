package vn.ocop.marketplace.shipment;

import java.util.EnumSet;
import java.util.Set;

/** Where a parcel is, from the shop's door to the shopper's. */
public enum ParcelStatus {
    TO_COLLECT,
    ACCEPTED,
    DELIVERED,
    CANCELLED;

    /** The whole life of a parcel, readable in one place. */
    Set<ParcelStatus> next() {
        return switch (this) {
            case TO_COLLECT -> EnumSet.of(ACCEPTED, CANCELLED);
            case ACCEPTED -> EnumSet.of(DELIVERED);
            case DELIVERED, CANCELLED -> EnumSet.noneOf(ParcelStatus.class);
        };
    }
}
