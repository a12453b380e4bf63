package vn.ocop.marketplace.payment.ledger;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of the ledger. */
public enum LedgerProblem implements ProblemCode {
    NOT_FOUND("ledger.not-found", HttpStatus.NOT_FOUND);

    private final String code;
    private final HttpStatus status;

    LedgerProblem(String code, HttpStatus status) {
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
