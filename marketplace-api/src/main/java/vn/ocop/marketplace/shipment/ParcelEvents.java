package vn.ocop.marketplace.shipment;

import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** What the post tells the other modules through the outbox; the key of each is the order's id. */
public final class ParcelEvents {

    public static final String ACCEPTED = "parcel.accepted.v1";
    public static final String DELIVERED = "parcel.delivered.v1";

    private ParcelEvents() {}

    /** The post has the parcel. */
    public record Accepted(UUID orderId, UUID actorId, String trackingNumber) {}

    /** The recipient has the parcel; the cash was taken at the door. */
    public record Delivered(UUID orderId, UUID actorId, UUID parcelId, Vnd cashCollected) {}
}
