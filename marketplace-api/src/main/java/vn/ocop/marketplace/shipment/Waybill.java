package vn.ocop.marketplace.shipment;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What stands on a parcel's label.
 *
 * @param deliveryOffice the office that delivers, by code and name; null where none is known
 */
record Waybill(
        String trackingNumber,
        String orderCode,
        String carrier,
        Party from,
        Party to,
        @Nullable String deliveryOffice,
        int weightGrams,
        Vnd cashToCollect) {

    /** A name with a phone, and an address in lines: street, commune, province. */
    record Party(String name, String phone, String street, String area) {

        @Override
        public String toString() {
            return "Party[" + area + "]";
        }
    }
}
