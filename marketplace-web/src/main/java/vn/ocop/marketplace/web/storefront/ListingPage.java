package vn.ocop.marketplace.web.storefront;

import java.util.List;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Head;

/** A listing's page; while {@code gated}, it asks for the visitor's age instead of showing the goods. */
public record ListingPage(
        Head head, List<Crumb> crumbs, Listing listing, Listing.Related related, ListingOffers offers, boolean gated) {

    /** As many as one order may take. */
    public int most() {
        return (int) Math.clamp(listing.available(), 1, 99);
    }
}
