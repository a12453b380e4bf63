package vn.ocop.marketplace.shipment;

import java.util.EnumSet;
import java.util.Set;

/** Where a parcel is, from the shop's door to the shopper's or back; in the order of the way. */
public enum ParcelStatus {
    TO_COLLECT,
    /** A courier has it from the shop. */
    COLLECTED,
    /** The first office has it. */
    ACCEPTED,
    IN_TRANSIT,
    /** The recipient's office has it. */
    AT_DELIVERY_OFFICE,
    OUT_FOR_DELIVERY,
    FAILED,
    RETURNING,
    DELIVERED,
    /** The shop has it again. */
    RETURNED,
    LOST,
    DAMAGED,
    CANCELLED;

    private static final Set<ParcelStatus> ANYWHERE = EnumSet.of(LOST, DAMAGED);

    /** The whole life of a parcel, readable in one place. */
    Set<ParcelStatus> next() {
        return switch (this) {
            case TO_COLLECT -> EnumSet.of(COLLECTED, ACCEPTED, CANCELLED);
            case COLLECTED -> withMishaps(EnumSet.of(ACCEPTED));
            // An office may serve the sender and the recipient, and hand over at its own counter.
            case ACCEPTED ->
                withMishaps(EnumSet.of(IN_TRANSIT, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY, DELIVERED, RETURNING));
            // Other carriers do not tell when it has reached its last office.
            case IN_TRANSIT -> withMishaps(EnumSet.of(IN_TRANSIT, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY, RETURNING));
            case AT_DELIVERY_OFFICE ->
                withMishaps(EnumSet.of(IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, FAILED, RETURNING));
            case OUT_FOR_DELIVERY -> withMishaps(EnumSet.of(DELIVERED, FAILED, AT_DELIVERY_OFFICE));
            case FAILED -> withMishaps(EnumSet.of(OUT_FOR_DELIVERY, AT_DELIVERY_OFFICE, DELIVERED, RETURNING));
            case RETURNING -> withMishaps(EnumSet.of(RETURNING, RETURNED));
            case DELIVERED, RETURNED, LOST, DAMAGED, CANCELLED -> EnumSet.noneOf(ParcelStatus.class);
        };
    }

    private static Set<ParcelStatus> withMishaps(EnumSet<ParcelStatus> steps) {
        steps.addAll(ANYWHERE);
        return steps;
    }

    /** Nothing comes after it. */
    public boolean last() {
        return next().isEmpty();
    }

    /** Whether the order is told when a parcel gets here. */
    boolean told() {
        return this == ACCEPTED || this == OUT_FOR_DELIVERY || this == FAILED || last() && this != CANCELLED;
    }
}
