package vn.ocop.marketplace.web.offers;

import java.util.List;
import vn.ocop.marketplace.web.site.Head;

/** Which offers are the visitor's. */
public record MinePage(Head head, boolean known, List<OfferFeed.Judged> judged) {

    public List<OfferFeed.Judged> own() {
        return judged.stream().filter(OfferFeed.Judged::mine).toList();
    }

    public List<OfferFeed.Judged> others() {
        return judged.stream().filter(one -> !one.mine()).toList();
    }
}
