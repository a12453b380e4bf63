package vn.ocop.marketplace.payment;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of payments. */
public enum PaymentProblem implements ProblemCode {
    NOT_FOUND("payment.not-found", HttpStatus.NOT_FOUND),
    NOTHING_TO_PAY("payment.nothing-to-pay", HttpStatus.CONFLICT),
    TIME_IS_UP("payment.time-is-up", HttpStatus.CONFLICT),
    CARD_UNAVAILABLE("payment.card-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    BAD_SIGNATURE("payment.bad-signature", HttpStatus.BAD_REQUEST),
    BAD_MESSAGE("payment.bad-message", HttpStatus.BAD_REQUEST),
    MORE_THAN_PAID("payment.more-than-paid", HttpStatus.CONFLICT),
    BAD_ACCOUNT("payment.bad-account", HttpStatus.UNPROCESSABLE_CONTENT),
    TRANSFER_SETTLED("payment.transfer-settled", HttpStatus.CONFLICT),
    OTHER_AMOUNT("payment.other-amount", HttpStatus.CONFLICT),
    ONLY_COLLECTED("payment.only-collected", HttpStatus.UNPROCESSABLE_CONTENT),
    NO_ACCOUNT("payment.no-account", HttpStatus.CONFLICT),
    PAST("payment.past", HttpStatus.UNPROCESSABLE_CONTENT),
    FROM_TOMORROW("payment.from-tomorrow", HttpStatus.UNPROCESSABLE_CONTENT),
    NO_SHOP("payment.no-shop", HttpStatus.UNPROCESSABLE_CONTENT),
    BANK_REF_KNOWN("payment.bank-ref-known", HttpStatus.CONFLICT),
    STATEMENT_COLUMNS("payment.statement-columns", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String code;
    private final HttpStatus status;

    PaymentProblem(String code, HttpStatus status) {
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
