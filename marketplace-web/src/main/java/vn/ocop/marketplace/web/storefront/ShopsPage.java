package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Head;

/** Shops, page by page. */
public record ShopsPage(
        Head head,
        List<Crumb> crumbs,
        String title,
        List<Shop> shops,
        @Nullable String nextHref) {}
