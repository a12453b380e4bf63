package vn.ocop.marketplace.order;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of orders. */
public enum OrderProblem implements ProblemCode {
    NOT_FOUND("order.not-found", HttpStatus.NOT_FOUND),
    ILLEGAL_TRANSITION("order.illegal-transition", HttpStatus.CONFLICT),
    METHOD_NOT_ALLOWED("order.payment-method-not-allowed", HttpStatus.CONFLICT),
    BAD_INVOICE("order.bad-invoice", HttpStatus.UNPROCESSABLE_CONTENT),
    ADULTS_ONLY("order.adults-only", HttpStatus.CONFLICT),
    OTHER_COMMUNE("order.other-commune", HttpStatus.CONFLICT),
    MORE_THAN_LEFT("order.more-than-left", HttpStatus.CONFLICT),
    NOT_RETURNABLE("order.not-returnable", HttpStatus.CONFLICT),
    RETURN_OPEN("order.return-open", HttpStatus.CONFLICT),
    RETURN_NOT_FOUND("order.return-not-found", HttpStatus.NOT_FOUND),
    RETURN_MOVED_ON("order.return-moved-on", HttpStatus.CONFLICT),
    WORDS_MISSING("order.words-missing", HttpStatus.UNPROCESSABLE_CONTENT),
    DEADLINE_IN_THE_PAST("order.deadline-in-the-past", HttpStatus.UNPROCESSABLE_CONTENT),
    ONLY_DEADLINE("order.only-deadline", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    OrderProblem(String code, HttpStatus status) {
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
