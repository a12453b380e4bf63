package vn.ocop.marketplace.checkout;

import org.springframework.http.HttpStatus;
import vn.ocop.marketplace.platform.ProblemCode;

/** Refusals of carts and quotes. */
public enum CheckoutProblem implements ProblemCode {
    VARIANT_NOT_FOUND("checkout.variant-not-found", HttpStatus.NOT_FOUND),
    NOT_ON_SALE("checkout.not-on-sale", HttpStatus.CONFLICT),
    SHOP_ON_HOLIDAY("checkout.shop-on-holiday", HttpStatus.CONFLICT),
    NOT_ENOUGH("checkout.not-enough", HttpStatus.CONFLICT),
    SET_ASIDE("checkout.set-aside", HttpStatus.CONFLICT),
    CART_FULL("checkout.cart-full", HttpStatus.CONFLICT),
    CART_EMPTY("checkout.cart-empty", HttpStatus.CONFLICT),
    UNKNOWN_COMMUNE("checkout.unknown-commune", HttpStatus.BAD_REQUEST),
    QUOTE_NOT_FOUND("checkout.quote-not-found", HttpStatus.NOT_FOUND),
    QUOTE_EXPIRED("checkout.quote-expired", HttpStatus.CONFLICT),
    CHANGED("checkout.changed", HttpStatus.CONFLICT);

    private final String code;
    private final HttpStatus status;

    CheckoutProblem(String code, HttpStatus status) {
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
