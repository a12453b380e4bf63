package vn.ocop.marketplace.shipment.carrier;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.shipment.Parcel;

/** What a carrier is asked to take, with who sends it. */
record CarrierOrder(Parcel parcel, Sender sender, @Nullable String carrierNumber, State state) {

    /** How far it has got. */
    enum State {
        ASKED,
        TAKEN,
        REFUSED,
        CALLED_OFF
    }

    /** The shop, as the carrier's people will see it. */
    record Sender(String name, String phone, String street, String communeCode) {

        @Override
        public String toString() {
            return "Sender[" + communeCode + "]";
        }
    }
}
