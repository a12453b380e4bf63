package vn.ocop.marketplace.web.site;

import java.util.List;
import vn.ocop.marketplace.web.api.ListingCard;

/** Sample content for the style guide. */
public record Guide(Head head, List<Crumb> crumbs, List<ListingCard> cards, List<Step> steps) {}
