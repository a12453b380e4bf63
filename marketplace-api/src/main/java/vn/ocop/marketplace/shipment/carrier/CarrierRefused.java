package vn.ocop.marketplace.shipment.carrier;

/** A carrier said no, and asking again will not help. */
final class CarrierRefused extends RuntimeException {

    CarrierRefused(String why) {
        super(why, null, false, false);
    }
}
