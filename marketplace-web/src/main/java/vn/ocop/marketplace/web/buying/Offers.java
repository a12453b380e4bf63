package vn.ocop.marketplace.web.buying;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What offers make of a cart or quote, and which do not count and why. */
public record Offers(long saved, List<Applied> applied, List<Other> notApplied) {

    public static final Offers NONE = new Offers(0, List.of(), List.of());

    /** What an offer takes off one line or delivery. */
    public record Part(String code, String name, long amount) {}

    /** An offer that counts. */
    public record Applied(
            String offerId,
            String code,
            String name,
            String organiser,
            @Nullable String voucher,
            long amount) {}

    /** An offer that does not, and why. */
    public record Other(
            String offerId,
            String code,
            String name,
            @Nullable String voucher,
            String detail) {}

    public boolean isEmpty() {
        return applied.isEmpty() && notApplied.isEmpty();
    }
}
