package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** One parcel on its way. Immutable: every transition returns the next state or is refused. */
public record Parcel(
        UUID id,
        UUID orderId,
        String orderCode,
        UUID shopId,
        String officeCode,
        @Nullable String trackingNumber,
        ParcelStatus status,
        ParcelRequest.Recipient recipient,
        int weightGrams,
        Vnd cashToCollect,
        Instant createdAt,
        List<Scan> scans) {

    /** A dated step. */
    public record Scan(ParcelStatus status, Instant at) {}

    public Parcel {
        scans = List.copyOf(scans);
    }

    /** At the counter or from the collector's bag: from here on the parcel has its number. */
    Parcel accept(TrackingNumber number) {
        return new Parcel(
                id,
                orderId,
                orderCode,
                shopId,
                officeCode,
                number.text(),
                after(ParcelStatus.ACCEPTED),
                recipient,
                weightGrams,
                cashToCollect,
                createdAt,
                scans);
    }

    Parcel deliver() {
        return new Parcel(
                id,
                orderId,
                orderCode,
                shopId,
                officeCode,
                trackingNumber,
                after(ParcelStatus.DELIVERED),
                recipient,
                weightGrams,
                cashToCollect,
                createdAt,
                scans);
    }

    Parcel scanned(Instant at) {
        var more = new ArrayList<>(scans);
        more.add(new Scan(status, at));
        return new Parcel(
                id,
                orderId,
                orderCode,
                shopId,
                officeCode,
                trackingNumber,
                status,
                recipient,
                weightGrams,
                cashToCollect,
                createdAt,
                more);
    }

    private ParcelStatus after(ParcelStatus target) {
        if (!status.next().contains(target)) {
            throw new ProblemException(ShipmentProblem.ILLEGAL_TRANSITION, orderCode);
        }
        return target;
    }
}
