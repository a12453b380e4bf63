package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.ListingCard;
import vn.ocop.marketplace.web.site.Head;

/** The home page. */
public record HomePage(
        Head head,
        @Nullable Strip strip,
        List<Province> provinces,
        List<Category> groups,
        List<ListingCard> starred,
        List<ListingCard> popular,
        List<ListingCard> newest,
        List<Shop> shops,
        long total) {

    /** A campaign in words: what, when, how long. */
    public record Strip(String title, String text, String countdown) {}
}
