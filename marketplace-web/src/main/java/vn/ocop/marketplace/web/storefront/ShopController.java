package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Shops: all of them, and each with what it sells. */
@RestController
class ShopController {

    private static final String SHOPS = "/gian-hang";

    private final Catalogue catalogue;
    private final Browsing browsing;
    private final Pages pages;

    ShopController(Catalogue catalogue, Browsing browsing, Pages pages) {
        this.catalogue = catalogue;
        this.browsing = browsing;
        this.pages = pages;
    }

    @GetMapping(SHOPS)
    Mono<ResponseEntity<byte[]>> shops(
            Visit visit, @RequestParam @Nullable String province, @RequestParam @Nullable String after) {
        var address = ApiAddress.of("/api/v1/shops")
                .with("province", province)
                .with("limit", 24)
                .with("after", after);
        return catalogue
                .shops(visit.anyone(), address)
                .map(found -> model(visit, found, province))
                .map(model -> pages.html("storefront/shops", visit, model, Freshness.BROWSED));
    }

    @GetMapping(SHOPS + "/{slug}")
    Mono<ResponseEntity<byte[]>> shop(
            Visit visit, @PathVariable String slug, @RequestParam MultiValueMap<String, String> query) {
        return catalogue
                .shop(visit.anyone(), slug)
                .zipWhen(shop -> browsing.browse(visit, shop.path(), query, new Filters.Pair("shop", shop.slug())))
                .map(found -> model(visit, found.getT1(), found.getT2()))
                .map(model -> pages.html("storefront/shop", visit, model, Freshness.BROWSED));
    }

    private static ShopsPage model(Visit visit, Items<Shop> found, @Nullable String province) {
        var title = visit.t("shops.title");
        var next = found.next() == null
                ? null
                : ApiAddress.of(visit.link(SHOPS))
                        .with("province", province)
                        .with("after", found.next())
                        .toString();
        var crumbs = List.of(new Crumb(visit.t("home.crumb"), "/"), Crumb.here(title));
        var head = Head.of(title, visit.t("shops.description"), SHOPS);
        return new ShopsPage(head, crumbs, title, found.items(), next);
    }

    private static ShopPage model(Visit visit, Shop shop, Browse browse) {
        var crumbs = List.of(
                new Crumb(visit.t("home.crumb"), "/"),
                new Crumb(visit.t("shops.title"), SHOPS),
                Crumb.here(shop.name()));
        var description = shop.story() == null ? shop.name() : shop.story();
        var head = Head.of(shop.name(), description, shop.path())
                .withJsonLd(JsonLd.shop(visit, shop), JsonLd.breadcrumbs(visit, crumbs, shop.path()));
        return new ShopPage(head, crumbs, shop, browse);
    }
}
