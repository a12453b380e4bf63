package vn.ocop.marketplace.web.storefront;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.site.Visit;

/** Tells search engines what to look at. */
@RestController
class RobotsController {

    private static final int LISTING_PAGES = 100;
    private static final int SHOP_PAGES = 50;
    private static final int PAGE_SIZE = 96;
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Catalogue catalogue;

    RobotsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> robots(Visit visit) {
        var text = """
                User-agent: *
                Disallow: /gio-hang
                Disallow: /dat-hang
                Disallow: /thanh-toan/
                Disallow: /don-hang
                Disallow: /toi
                Disallow: /goi-y
                Disallow: /en/gio-hang
                Disallow: /en/dat-hang
                Disallow: /en/don-hang
                Sitemap: %s
                """.formatted(visit.absolute("/sitemap.xml"));
        return ResponseEntity.ok().cacheControl(AN_HOUR).body(text);
    }

    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<ResponseEntity<String>> sitemap(Visit visit) {
        return Flux.concat(places(visit), groups(visit), shops(visit), listings(visit))
                .collectList()
                .map(paths -> ResponseEntity.ok().cacheControl(AN_HOUR).body(document(visit, paths)));
    }

    private Flux<String> places(Visit visit) {
        return catalogue
                .provinces(visit.language())
                .flatMapIterable(provinces -> provinces)
                .map(Province::path)
                .startWith("/", "/tim", "/tinh", "/gian-hang");
    }

    private Flux<String> groups(Visit visit) {
        return catalogue
                .categories(visit.language())
                .flatMapIterable(CategoryTree::groups)
                .map(Category::path);
    }

    private Flux<String> shops(Visit visit) {
        return shopPage(visit, null)
                .expand(page -> page.next() == null ? Mono.empty() : shopPage(visit, page.next()))
                .take(SHOP_PAGES)
                .concatMapIterable(Items::items)
                .map(Shop::path);
    }

    private Mono<Items<Shop>> shopPage(Visit visit, @Nullable String after) {
        var address = ApiAddress.of("/api/v1/shops").with("limit", PAGE_SIZE).with("after", after);
        return catalogue.shops(visit.anyone(), address);
    }

    private Flux<String> listings(Visit visit) {
        return listingPage(visit, null)
                .expand(page -> page.next() == null ? Mono.empty() : listingPage(visit, page.next()))
                .take(LISTING_PAGES)
                .concatMapIterable(SearchResult::items)
                .map(card -> "/san-pham/" + card.slug());
    }

    private Mono<SearchResult> listingPage(Visit visit, @Nullable String after) {
        var address = ApiAddress.of("/api/v1/listings")
                .with("sort", "newest")
                .with("limit", PAGE_SIZE)
                .with("after", after);
        return catalogue.search(visit.anyone(), address);
    }

    private static String document(Visit visit, List<String> paths) {
        var lines = new ArrayList<String>(paths.size() + 2);
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add(
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">");
        paths.forEach(path -> lines.add(entry(visit.absolute(path), visit.absolute("/en" + path))));
        lines.add("</urlset>");
        return String.join("\n", lines);
    }

    private static String entry(String vietnamese, String english) {
        return "<url><loc>%s</loc><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"%s\"/></url>"
                .formatted(vietnamese, english);
    }
}
