package vn.ocop.marketplace.web.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * What the visitor has of offers: those that are theirs, the codes they keep, and why others are not theirs.
 *
 * @param refusal why a code could not be kept
 */
public record MinePage(
        Head head,
        boolean known,
        List<OfferFeed.Judged> judged,
        boolean kept,
        @Nullable String refusal) {

    /** Without those that count only with a code they do not keep. */
    public List<OfferFeed.Judged> own() {
        return judged.stream()
                .filter(one -> one.mine() && one.voucher() == null)
                .toList();
    }

    public List<OfferFeed.Judged> codes() {
        return judged.stream().filter(OfferFeed.Judged::kept).toList();
    }

    public List<OfferFeed.Judged> others() {
        return judged.stream().filter(one -> !one.mine()).toList();
    }
}
