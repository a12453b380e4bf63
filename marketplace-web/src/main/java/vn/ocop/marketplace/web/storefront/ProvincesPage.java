package vn.ocop.marketplace.web.storefront;

import java.util.List;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Head;

/** All provinces. */
public record ProvincesPage(Head head, List<Crumb> crumbs, String title, List<Province> provinces) {}
