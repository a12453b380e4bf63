package vn.ocop.marketplace.shipment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a parcel is to be expected, and whether that is later than was promised. What has been promised holds as long as
 * it can still be kept; after that the first day on which the parcel can arrive from where it is.
 */
public record DeliveryEstimate(LocalDate day, boolean late) {

    /** Nothing where nobody promised, or where its way has ended or leads back. */
    static Optional<DeliveryEstimate> of(Journey journey, @Nullable LocalDate promised, LocalDate today) {
        if (promised == null || journey.status().last() || journey.status() == ParcelStatus.RETURNING) {
            return Optional.empty();
        }
        var earliest = working(today.plusDays(daysLeft(journey.status())));
        return Optional.of(
                earliest.isAfter(promised)
                        ? new DeliveryEstimate(earliest, true)
                        : new DeliveryEstimate(promised, false));
    }

    /** How many days it takes at the least. */
    private static int daysLeft(ParcelStatus status) {
        return switch (status) {
            case OUT_FOR_DELIVERY, AT_DELIVERY_OFFICE -> 0;
            case FAILED, IN_TRANSIT, ACCEPTED, COLLECTED -> 1;
            default -> 2;
        };
    }

    /** Nothing is delivered on Sundays. */
    private static LocalDate working(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
