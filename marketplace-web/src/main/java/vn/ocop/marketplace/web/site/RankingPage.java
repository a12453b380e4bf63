package vn.ocop.marketplace.web.site;

import java.util.List;

/** How the order of lists comes about; each part is a heading and a sentence in the bundles. */
public record RankingPage(Head head, List<Crumb> crumbs) {

    public static final List<String> PARTS = List.of("words", "stock", "stars", "near", "fresh", "pinned", "paid");
}
