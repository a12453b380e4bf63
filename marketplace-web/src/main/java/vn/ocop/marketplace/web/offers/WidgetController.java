package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.ContentPolicy;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** A province's part of the month, for the portals that its floor names to show within their pages. */
@RestController
class WidgetController {

    static final String PATH = "/thang-tieu-dung-so/nhung";

    private static final int MOST = 6;

    private final OfferFeed feed;
    private final MarketplaceApi api;
    private final Pages pages;

    WidgetController(OfferFeed feed, MarketplaceApi api, Pages pages) {
        this.feed = feed;
        this.api = api;
        this.pages = pages;
    }

    /** What of a floor matters here. */
    record Floor(String code, String name, @Nullable List<String> portals) {}

    @GetMapping(PATH)
    Mono<ResponseEntity<byte[]>> widget(@RequestParam(name = "tinh") String province, Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/provinces").segment(province), Floor.class)
                .flatMap(floor -> page(visit, floor)
                        .map(page -> pages.html("offers/widget", visit, page, Freshness.PRICED))
                        .map(answer -> ResponseEntity.status(answer.getStatusCode())
                                .headers(answer.getHeaders())
                                .header(
                                        ContentPolicy.HEADER,
                                        ContentPolicy.framedBy(Objects.requireNonNullElse(floor.portals(), List.of())))
                                .body(answer.getBody())));
    }

    private Mono<WidgetPage> page(Visit visit, Floor floor) {
        var filters = new HubFilters("", floor.code(), "", "", false);
        return feed.announced(visit)
                .flatMap(programme -> feed.offers(visit, programme.code(), filters, null)
                        .map(offers -> new WidgetPage(
                                floor.code(),
                                floor.name(),
                                programme,
                                offers.items().stream().limit(MOST).toList())))
                .switchIfEmpty(Mono.fromSupplier(() -> new WidgetPage(floor.code(), floor.name(), null, List.of())));
    }
}
