package vn.ocop.marketplace.shipment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** What the post tells the other modules through the outbox; the key of each is the order's id. */
public final class ParcelEvents {

    public static final String ACCEPTED = "parcel.accepted.v1";
    public static final String DELIVERED = "parcel.delivered.v1";
    public static final String RETURNED = "parcel.returned.v1";
    public static final String LOST = "parcel.lost.v1";
    public static final String ON_THE_WAY = "parcel.on-the-way.v1";

    private ParcelEvents() {}

    /** The post has the parcel. */
    public record Accepted(UUID orderId, @Nullable UUID actorId, String trackingNumber) {}

    /** The recipient has the parcel; the cash was taken at the door. */
    public record Delivered(UUID orderId, @Nullable UUID actorId, UUID parcelId, Vnd cashCollected) {}

    /** The shop has the parcel again. */
    public record Returned(
            UUID orderId,
            @Nullable UUID actorId,
            UUID parcelId,
            @Nullable FailureReason reason) {}

    /** Nobody will have the parcel: it is lost, or what is left of it is no use. The carrier answers for it. */
    public record Lost(UUID orderId, @Nullable UUID actorId, UUID parcelId, boolean damaged) {}

    /**
     * The courier has set out with it, or came in vain.
     *
     * @param deliveryCode what the recipient reads out at the door; null in events older than the codes
     */
    public record OnTheWay(
            UUID orderId,
            String trackingNumber,
            ParcelStatus step,
            @Nullable FailureReason reason,
            @Nullable String deliveryCode) {}
}
