package vn.ocop.marketplace.shipment.network;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals for want of an office or a price. */
public enum NetworkProblem implements ProblemCode {
    OFFICE_NOT_FOUND("shipment.office-not-found", HttpStatus.NOT_FOUND),
    CARRIER_UNKNOWN("shipment.carrier-unknown", HttpStatus.NOT_FOUND),
    SHEET_COLUMNS("shipment.sheet-columns", HttpStatus.UNPROCESSABLE_CONTENT),
    NO_OFFICE("shipment.no-office", HttpStatus.CONFLICT),
    NO_RATE("shipment.no-rate", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    NetworkProblem(String code, HttpStatus status) {
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
