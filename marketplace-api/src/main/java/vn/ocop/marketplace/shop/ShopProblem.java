package vn.ocop.marketplace.shop;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals about shops. */
public enum ShopProblem implements ProblemCode {
    NOT_FOUND("shop.not-found", HttpStatus.NOT_FOUND),
    NOT_OPEN("shop.not-open", HttpStatus.CONFLICT);

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
