package vn.ocop.marketplace.shipment;

/** Why a parcel could not be handed over, or goes back. */
public enum FailureReason {
    NOBODY_THERE,
    NO_ANSWER,
    WRONG_ADDRESS,
    ASKED_FOR_ANOTHER_DAY,
    REFUSED,
    CANNOT_PAY,
    /** The recipient was not content with what they saw. */
    NOT_AS_ORDERED,
    ROAD_CLOSED,
    NOT_CALLED_FOR,
    OTHER
}
