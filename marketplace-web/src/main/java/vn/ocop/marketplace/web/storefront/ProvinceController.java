package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Provinces: all of them, and the floor of each. */
@RestController
class ProvinceController {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Catalogue catalogue;
    private final FloorPages floors;
    private final Pages pages;

    ProvinceController(Catalogue catalogue, FloorPages floors, Pages pages) {
        this.catalogue = catalogue;
        this.floors = floors;
        this.pages = pages;
    }

    @GetMapping("/tinh")
    Mono<ResponseEntity<byte[]>> provinces(Visit visit) {
        return catalogue
                .provinces(visit.language())
                .map(provinces -> model(visit, provinces))
                .map(model -> pages.html("storefront/provinces", visit, model, Freshness.BROWSED));
    }

    @GetMapping("/tinh/{slug}")
    Mono<ResponseEntity<byte[]>> floor(
            Visit visit, @PathVariable String slug, @RequestParam MultiValueMap<String, String> query) {
        return floors.page(visit, slug, query);
    }

    /** The colours of a floor as a style sheet; on dark paper the light ones of the platform stay. */
    @GetMapping("/mau/{leaf:[0-9a-f]{6}}-{lacquer:[0-9a-f]{6}}.css")
    ResponseEntity<String> colours(@PathVariable String leaf, @PathVariable String lacquer) {
        var css = """
                @layer brand{:root{--lacquer:#%2$s}\
                @media (prefers-color-scheme:light){:root{--leaf:#%1$s;--leaf-deep:color-mix(in oklab,#%1$s 78%%,#000);\
                --leaf-wash:color-mix(in oklab,#%1$s 12%%,#fff)}}}
                """.formatted(leaf, lacquer);
        return ResponseEntity.ok()
                .contentType(CSS)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .body(css);
    }

    private static ProvincesPage model(Visit visit, List<Province> provinces) {
        var title = visit.t("provinces.title");
        var crumbs = List.of(new Crumb(visit.t("home.crumb"), "/"), Crumb.here(visit.t("provinces.crumb")));
        return new ProvincesPage(Head.of(title, visit.t("provinces.description"), "/tinh"), crumbs, title, provinces);
    }
}
