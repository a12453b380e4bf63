package vn.ocop.marketplace.web.storefront;

import java.util.List;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Head;

/** A shop with all it sells. */
public record ShopPage(Head head, List<Crumb> crumbs, Shop shop, Browse browse) {}
