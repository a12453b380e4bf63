package vn.ocop.marketplace.shipment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** What the post is asked to carry: from a shop's commune to a recipient, and what cash to take at the door. */
public record ParcelRequest(
        UUID orderId,
        String orderCode,
        UUID shopId,
        String pickupCommune,
        Recipient recipient,
        int weightGrams,
        Vnd cashToCollect,
        @Nullable Delivery delivery) {

    /** How it is to come and by when; orders older than the choice have none. */
    public record Delivery(String service, LocalDate promisedOn) {}

    /** Who gets the parcel, and where. */
    public record Recipient(String name, String phone, String street, String communeCode) {

        @Override
        public String toString() {
            return "Recipient[" + communeCode + "]";
        }
    }
}
