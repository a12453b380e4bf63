package vn.ocop.marketplace.shipment;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of the post. */
public enum ShipmentProblem implements ProblemCode {
    PARCEL_NOT_FOUND("shipment.parcel-not-found", HttpStatus.NOT_FOUND),
    TRACKING_NOT_FOUND("shipment.tracking-not-found", HttpStatus.NOT_FOUND),
    ILLEGAL_TRANSITION("shipment.illegal-transition", HttpStatus.CONFLICT),
    SCAN_ID_USED("shipment.scan-id-used", HttpStatus.CONFLICT),
    CANNOT_UNDO("shipment.cannot-undo", HttpStatus.CONFLICT),
    MANIFEST_NOT_FOUND("shipment.manifest-not-found", HttpStatus.NOT_FOUND),
    NOBODY_TO_HAND_OVER_TO("shipment.nobody-to-hand-over-to", HttpStatus.UNPROCESSABLE_CONTENT),
    NOTHING_TO_PRINT("shipment.nothing-to-print", HttpStatus.UNPROCESSABLE_CONTENT),
    NOTHING_TO_HAND_OVER("shipment.nothing-to-hand-over", HttpStatus.CONFLICT),
    CARRIER_NOT_FOUND("shipment.carrier-not-found", HttpStatus.NOT_FOUND),
    NOT_SIGNED("shipment.not-signed", HttpStatus.UNAUTHORIZED),
    WRONG_CODE("shipment.wrong-code", HttpStatus.CONFLICT),
    KEY_REFUSED("shipment.key-refused", HttpStatus.UNAUTHORIZED),
    KEY_TOO_NARROW("shipment.key-too-narrow", HttpStatus.FORBIDDEN),
    BAD_MESSAGE("shipment.bad-message", HttpStatus.BAD_REQUEST),
    REASON_MISSING("shipment.reason-missing", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String code;
    private final HttpStatus status;

    ShipmentProblem(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
