package vn.ocop.marketplace.web.storefront;

import java.util.List;
import vn.ocop.marketplace.web.api.ListingCard;
import vn.ocop.marketplace.web.offers.Strip;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Head;

/** A province's front page. */
public record FloorPage(
        Head head,
        List<Crumb> crumbs,
        Floor floor,
        String title,
        Browse browse,
        List<ListingCard> starred,
        List<Shop> shops,
        Strip strip) {

    /** Narrowed or turned over, the page is a list; its welcome stays on the first view. */
    public boolean welcome() {
        return browse.filters().isEmpty();
    }
}
