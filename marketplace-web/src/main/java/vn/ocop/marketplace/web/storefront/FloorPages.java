package vn.ocop.marketplace.web.storefront;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.offers.OfferFeed;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Makes a province's own front page, wherever it is asked for. */
@Component
class FloorPages {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Catalogue catalogue;
    private final Browsing browsing;
    private final OfferFeed feed;
    private final Pages pages;

    FloorPages(Catalogue catalogue, Browsing browsing, OfferFeed feed, Pages pages) {
        this.catalogue = catalogue;
        this.browsing = browsing;
        this.feed = feed;
        this.pages = pages;
    }

    Mono<ResponseEntity<byte[]>> page(Visit visit, String slug, MultiValueMap<String, String> query) {
        return catalogue
                .floor(visit.anyone(), slug)
                .flatMap(floor -> filled(visit, floor, query))
                .map(model -> pages.html("storefront/floor", visit, model, Freshness.BROWSED));
    }

    private Mono<FloorPage> filled(Visit visit, Floor floor, MultiValueMap<String, String> query) {
        var browse = browsing.browse(visit, floor.path(), query, new Filters.Pair("province", floor.code()));
        return Mono.zip(browse, starred(visit, floor), shops(visit, floor), feed.strip(visit))
                .map(found -> new FloorPage(
                        head(visit, floor),
                        crumbs(visit, floor),
                        floor,
                        title(visit, floor),
                        found.getT1(),
                        found.getT2().items(),
                        found.getT3(),
                        found.getT4()));
    }

    private Mono<SearchResult> starred(Visit visit, Floor floor) {
        var address = ApiAddress.of("/api/v1/listings")
                .with("province", floor.code())
                .with("stars", 5)
                .with("sort", "best-selling")
                .with("limit", 8);
        return catalogue.search(visit.anyone(), address).onErrorReturn(SearchResult.NONE);
    }

    private Mono<List<Shop>> shops(Visit visit, Floor floor) {
        var address =
                ApiAddress.of("/api/v1/shops").with("province", floor.code()).with("limit", 12);
        return catalogue.shops(visit.anyone(), address).map(Items::items).onErrorReturn(List.of());
    }

    private static List<Crumb> crumbs(Visit visit, Floor floor) {
        return List.of(
                new Crumb(visit.t("home.crumb"), "/"),
                new Crumb(visit.t("provinces.crumb"), "/tinh"),
                Crumb.here(floor.name()));
    }

    private static String title(Visit visit, Floor floor) {
        return floor.headline() == null ? visit.t("floor.title", floor.name()) : floor.headline();
    }

    private static Head head(Visit visit, Floor floor) {
        return Head.of(
                        title(visit, floor),
                        floor.intro() == null ? visit.t("floor.description", floor.name()) : floor.intro(),
                        floor.path())
                .withBrand(brand(floor))
                .withJsonLd(JsonLd.breadcrumbs(visit, crumbs(visit, floor), floor.path()));
    }

    /** The style sheet of the floor's own colours, which are part of its address and so may be kept for ever. */
    private static @Nullable String brand(Floor floor) {
        var brand = floor.brand();
        if (brand == null || !isColour(brand.leaf())) {
            return null;
        }
        var lacquer = isColour(brand.lacquer()) ? brand.lacquer() : brand.leaf();
        return "/mau/" + digits(brand.leaf()) + "-" + digits(lacquer) + ".css";
    }

    private static boolean isColour(@Nullable String colour) {
        return colour != null && COLOUR.matcher(colour).matches();
    }

    private static String digits(@Nullable String colour) {
        return colour == null ? "" : colour.substring(1).toLowerCase(Locale.ROOT);
    }
}
