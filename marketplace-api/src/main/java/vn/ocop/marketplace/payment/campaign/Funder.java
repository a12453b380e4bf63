package vn.ocop.marketplace.payment.campaign;

/**
 * Who bears a share of an offer.
 *
 * @param scope the carrier's or the province's code; empty for sellers and the platform
 * @param shareBp hundredths of a percent; the shares of an offer add up to the whole
 */
public record Funder(Kind kind, String scope, int shareBp) {

    /** The shop whose goods they are, as an account of {@link Discount#shares()}. */
    public static final String SELLER = "SELLER";

    /** The kinds of funders. */
    public enum Kind {
        SELLER,
        PLATFORM,
        CARRIER,
        PUBLIC_BUDGET
    }

    /** Its name in the books: {@code CARRIER:vnpost}. */
    public String account() {
        return scope.isEmpty() ? kind.name() : kind + ":" + scope;
    }
}
