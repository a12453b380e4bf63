package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.offers.OfferFeed;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The front door: the platform's, or at a province's own host name that province's. */
@RestController
class HomeController {

    private final Catalogue catalogue;
    private final OfferFeed feed;
    private final FloorHosts hosts;
    private final FloorPages floors;
    private final Pages pages;

    HomeController(Catalogue catalogue, OfferFeed feed, FloorHosts hosts, FloorPages floors, Pages pages) {
        this.catalogue = catalogue;
        this.feed = feed;
        this.hosts = hosts;
        this.floors = floors;
        this.pages = pages;
    }

    @GetMapping("/")
    Mono<ResponseEntity<byte[]>> home(
            Visit visit, ServerHttpRequest request, @RequestParam MultiValueMap<String, String> query) {
        return hosts.slug(request).flatMap(slug -> slug.isEmpty() ? home(visit) : floors.page(visit, slug, query));
    }

    private Mono<ResponseEntity<byte[]>> home(Visit visit) {
        return Mono.zip(
                        catalogue.provinces(visit.language()),
                        catalogue.categories(visit.language()),
                        row(visit, "sort=best-selling&stars=5", 10),
                        row(visit, "sort=best-selling", 8),
                        row(visit, "sort=newest", 8),
                        shops(visit),
                        feed.strip(visit))
                .map(found -> new HomePage(
                        head(visit),
                        found.getT7(),
                        found.getT1(),
                        found.getT2().groups(),
                        found.getT3().items(),
                        found.getT4().items(),
                        found.getT5().items(),
                        found.getT6(),
                        found.getT4().total()))
                .map(page -> pages.html("storefront/home", visit, page, Freshness.BROWSED));
    }

    /** A row that cannot be had leaves the rest of the page standing. */
    private Mono<SearchResult> row(Visit visit, String query, int limit) {
        var wanted = new LinkedMultiValueMap<String, String>();
        for (var pair : query.split("&")) {
            wanted.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return catalogue
                .search(visit.anyone(), Filters.of(wanted).toApi(limit, null))
                .onErrorReturn(SearchResult.NONE);
    }

    private Mono<List<Shop>> shops(Visit visit) {
        return catalogue
                .shops(visit.anyone(), ApiAddress.of("/api/v1/shops").with("limit", 6))
                .map(Items::items)
                .onErrorReturn(List.of());
    }

    private static Head head(Visit visit) {
        return Head.of(visit.t("home.head"), visit.t("home.description"), "/").withJsonLd(JsonLd.organization(visit));
    }
}
