package vn.ocop.marketplace.payment.payout;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals on rules, rates, declarations and payouts. */
public enum PayoutProblem implements ProblemCode {
    NOT_FOUND("payout.not-found", HttpStatus.NOT_FOUND),
    PAST("payout.past", HttpStatus.CONFLICT),
    MONTH_NOT_OVER("payout.month-not-over", HttpStatus.CONFLICT),
    ALREADY_DECLARED("payout.already-declared", HttpStatus.CONFLICT),
    BAD_ACCOUNT("payout.bad-account", HttpStatus.UNPROCESSABLE_CONTENT),
    BAD_PERIOD("payout.bad-period", HttpStatus.UNPROCESSABLE_CONTENT),
    SAME_PERSON("payout.same-person", HttpStatus.CONFLICT),
    MOVED_ON("payout.moved-on", HttpStatus.CONFLICT),
    BANK_REF_KNOWN("payout.bank-ref-known", HttpStatus.CONFLICT),
    BAD_RECIPIENT("payout.bad-recipient", HttpStatus.UNPROCESSABLE_CONTENT),
    NO_OFFICE("payout.no-office", HttpStatus.UNPROCESSABLE_CONTENT),
    WRONG_CODE("payout.wrong-code", HttpStatus.CONFLICT),
    CODE_LOCKED("payout.code-locked", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    PayoutProblem(String code, HttpStatus status) {
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
