package vn.ocop.marketplace.account;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of sign-up, sign-in and sessions. */
public enum AccountProblem implements ProblemCode {
    SIGN_IN_NEEDED("account.sign-in-needed", HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED("account.not-allowed", HttpStatus.FORBIDDEN),
    WRONG_SIGN_IN("account.wrong-sign-in", HttpStatus.UNAUTHORIZED),
    TOO_MANY_TRIES("account.too-many-tries", HttpStatus.TOO_MANY_REQUESTS),
    PHONE_TAKEN("account.phone-taken", HttpStatus.CONFLICT),
    EMAIL_TAKEN("account.email-taken", HttpStatus.CONFLICT),
    WRONG_CODE("account.wrong-code", HttpStatus.CONFLICT),
    TOO_MANY_CODES("account.too-many-codes", HttpStatus.TOO_MANY_REQUESTS);

    private final String code;
    private final HttpStatus status;

    AccountProblem(String code, HttpStatus status) {
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
