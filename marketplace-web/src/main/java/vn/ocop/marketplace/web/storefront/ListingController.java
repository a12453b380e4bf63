package vn.ocop.marketplace.web.storefront;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.AgeCookie;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** One listing, and the door in front of those for adults. */
@RestController
class ListingController {

    private final Catalogue catalogue;
    private final AgeCookie age;
    private final Pages pages;

    ListingController(Catalogue catalogue, AgeCookie age, Pages pages) {
        this.catalogue = catalogue;
        this.age = age;
        this.pages = pages;
    }

    @GetMapping("/san-pham/{slug}")
    Mono<ResponseEntity<byte[]>> listing(Visit visit, @PathVariable String slug) {
        return catalogue
                .listing(visit.anyone(), slug)
                .flatMap(listing -> Mono.zip(
                        catalogue.related(visit.anyone(), listing.id()).onErrorReturn(Listing.Related.NONE),
                        catalogue.offers(visit.anyone(), listing.id()),
                        (related, offers) -> page(visit, listing, related, offers)))
                .map(page -> pages.html("storefront/listing", visit, page, freshness(page)));
    }

    /** Someone says to be of age: remembered, and back to the listing. */
    @PostMapping("/san-pham/{slug}/du-tuoi")
    ResponseEntity<byte[]> ofAge(Visit visit, @PathVariable String slug, ServerWebExchange exchange) {
        age.write(exchange.getResponse());
        return pages.seeOther(visit, "/san-pham/" + URLEncoder.encode(slug, StandardCharsets.UTF_8));
    }

    /** What depends on the visitor's word must not be kept for others. */
    private static Freshness freshness(ListingPage page) {
        return page.listing().ageRestricted() ? Freshness.PERSONAL : Freshness.PRICED;
    }

    private static ListingPage page(Visit visit, Listing listing, Listing.Related related, ListingOffers offers) {
        var crumbs = crumbs(visit, listing);
        var gated = listing.ageRestricted() && !visit.adult();
        return new ListingPage(head(visit, listing, offers, crumbs), crumbs, listing, related, offers, gated);
    }

    private static Head head(Visit visit, Listing listing, ListingOffers offers, List<Crumb> crumbs) {
        var description = listing.description() == null ? listing.title() : listing.description();
        return Head.of(listing.title(), description, listing.path())
                .withImage(
                        listing.gallery().isEmpty()
                                ? null
                                : listing.gallery().getFirst().src(1200))
                .withJsonLd(JsonLd.product(visit, listing, offers), JsonLd.breadcrumbs(visit, crumbs, listing.path()));
    }

    private static List<Crumb> crumbs(Visit visit, Listing listing) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(visit.t("home.crumb"), "/"));
        crumbs.add(new Crumb(
                listing.province().name(), "/tinh/" + listing.province().key()));
        var way = listing.category().way();
        if (!way.isEmpty()) {
            crumbs.add(new Crumb(way.getLast().name(), "/nhom/" + way.getLast().slug()));
        }
        crumbs.add(Crumb.here(listing.title()));
        return crumbs;
    }
}
