package vn.ocop.marketplace.shipment.cash;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals at the till and of what carriers hand over. */
public enum CashProblem implements ProblemCode {
    SHIFT_OPEN("shipment.shift-open", HttpStatus.CONFLICT),
    NO_SHIFT("shipment.no-shift", HttpStatus.CONFLICT),
    SHIFT_NOT_FOUND("shipment.shift-not-found", HttpStatus.NOT_FOUND),
    TILL_SHORT("shipment.till-short", HttpStatus.CONFLICT),
    CASH_DIFFERS("shipment.cash-differs", HttpStatus.CONFLICT),
    SECOND_PERSON("shipment.second-person", HttpStatus.CONFLICT),
    REMITTANCE_KNOWN("shipment.remittance-known", HttpStatus.CONFLICT),
    REMITTANCE_NOT_FOUND("shipment.remittance-not-found", HttpStatus.NOT_FOUND);

    private final String code;
    private final HttpStatus status;

    CashProblem(String code, HttpStatus status) {
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
