package vn.ocop.marketplace.shop;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about shops. */
public enum ShopProblem implements ProblemCode {
    NOT_FOUND("shop.not-found", HttpStatus.NOT_FOUND),
    NOT_OPEN("shop.not-open", HttpStatus.CONFLICT),
    STALE("shop.stale", HttpStatus.PRECONDITION_FAILED),
    VERSION_NEEDED("shop.version-needed", HttpStatus.PRECONDITION_REQUIRED),
    INCOMPLETE("shop.incomplete", HttpStatus.UNPROCESSABLE_CONTENT),
    ILLEGAL_DECISION("shop.illegal-decision", HttpStatus.CONFLICT),
    REASON_NEEDED("shop.reason-needed", HttpStatus.BAD_REQUEST),
    OWN_CASE("shop.own-case", HttpStatus.CONFLICT),
    REQUEST_NOT_FOUND("shop.request-not-found", HttpStatus.NOT_FOUND),
    REQUEST_KNOWN("shop.request-known", HttpStatus.CONFLICT),
    ELECTRONIC_IDENTITY_NEEDED("shop.electronic-identity-needed", HttpStatus.CONFLICT),
    ANSWERED_ALREADY("shop.answered-already", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    ShopProblem(String code, HttpStatus status) {
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
