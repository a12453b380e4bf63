package vn.ocop.marketplace.shipment.carrier;

import java.util.UUID;

/**
 * How to speak to a carrier.
 *
 * @param shopRef what the carrier calls us
 * @param token what we show them; {@code secret} what they show us
 */
record CarrierAccount(
        UUID id, String carrier, Adapter adapter, String baseUrl, String shopRef, String token, String secret) {

    /** The ways to speak. */
    enum Adapter {
        /** Giao Hàng Nhanh, as its public documentation has it. */
        GHN,
        /** Carriers that follow our own description: they tell, and are asked nothing. */
        OPEN
    }

    @Override
    public String toString() {
        return "CarrierAccount[" + carrier + ", " + id + "]";
    }
}
