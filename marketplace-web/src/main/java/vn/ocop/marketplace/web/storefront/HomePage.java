package vn.ocop.marketplace.web.storefront;

import java.util.List;
import vn.ocop.marketplace.web.api.ListingCard;
import vn.ocop.marketplace.web.offers.Strip;
import vn.ocop.marketplace.web.site.Head;

/** The home page. */
public record HomePage(
        Head head,
        Strip strip,
        List<Province> provinces,
        List<Category> groups,
        List<ListingCard> starred,
        List<ListingCard> popular,
        List<ListingCard> newest,
        List<Shop> shops,
        long total) {}
