package vn.ocop.marketplace.web.buying;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The cart as it is shown.
 *
 * @param added whether something has just been put in
 * @param refusal what the API refused, if anything
 * @param refusedLine the line it was about
 * @param voucherError why a code was not taken
 */
public record CartPage(
        Head head,
        Cart cart,
        boolean added,
        @Nullable String refusal,
        @Nullable String refusedLine,
        @Nullable String voucherError) {

    static CartPage of(Visit visit, Cart cart, boolean added) {
        return new CartPage(head(visit), cart, added, null, null, null);
    }

    static CartPage refused(Visit visit, Cart cart, @Nullable String why, String variantId) {
        var inCart = cart.shops().stream()
                .flatMap(part -> part.lines().stream())
                .anyMatch(line -> line.variantId().equals(variantId));
        return new CartPage(head(visit), cart, false, why, inCart ? variantId : null, null);
    }

    /** A code that was not taken. */
    static CartPage withVoucherError(Visit visit, Cart cart, @Nullable String why) {
        return new CartPage(head(visit), cart, false, null, null, why);
    }

    private static Head head(Visit visit) {
        return Head.personal(visit.t("cart.title")).withScripts("htmx.js");
    }

    /** What is wrong with a line: the refusal just now, or what the API found when it priced the cart. */
    public @Nullable String errorOf(Cart.Line line) {
        if (line.variantId().equals(refusedLine)) {
            return refusal;
        }
        var problem = line.problem();
        return problem == null ? null : problem.detail();
    }

    /** A refusal about something that is not in the cart. */
    public @Nullable String refusalAtTop() {
        return refusedLine == null ? refusal : null;
    }
}
