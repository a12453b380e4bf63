package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Digital Consumer Month: what it offers, to whom and when; and what of it is the visitor's. */
@RestController
@RequestMapping("/thang-tieu-dung-so")
class HubController {

    private static final String PATH = "/thang-tieu-dung-so";

    private final OfferFeed feed;
    private final MarketplaceApi api;
    private final Pages pages;

    HubController(OfferFeed feed, MarketplaceApi api, Pages pages) {
        this.feed = feed;
        this.api = api;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> hub(Visit visit, @RequestParam MultiValueMap<String, String> query) {
        var filters = HubFilters.of(query);
        return feed.announced(visit)
                .switchIfEmpty(Mono.defer(() -> latest(visit)))
                .flatMap(programme -> page(visit, programme, filters, query.getFirst("after")))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new HubPage(head(visit, null, List.of()), null, filters, List.of(), List.of(), null)))
                .map(page -> pages.html("offers/hub", visit, page, Freshness.PRICED));
    }

    /** After its end the month stays to be read. */
    private Mono<Programme> latest(Visit visit) {
        return feed.programmes(visit).filter(all -> !all.isEmpty()).map(List::getFirst);
    }

    private Mono<HubPage> page(Visit visit, Programme programme, HubFilters filters, @Nullable String after) {
        var shown = programme.endedAt(visit.now())
                ? new HubFilters(filters.province(), filters.audience(), filters.kind(), true)
                : filters;
        return Mono.zip(
                feed.offers(visit, programme.code(), shown, after),
                provinces(visit),
                (offers, provinces) -> new HubPage(
                        head(visit, programme, offers.items()),
                        programme,
                        filters,
                        options(visit, provinces, filters.province()),
                        offers.items(),
                        offers.next()));
    }

    private Mono<List<Place>> provinces(Visit visit) {
        return api.get(
                        visit.anyone(),
                        ApiAddress.of("/api/v1/provinces"),
                        new ParameterizedTypeReference<Items<Place>>() {})
                .map(Items::items);
    }

    private static List<Option> options(Visit visit, List<Place> provinces, String chosen) {
        return Stream.concat(
                        Stream.of(new Option("", visit.t("offers.province.any"), chosen.isEmpty())),
                        provinces.stream()
                                .map(place -> new Option(
                                        place.code(), place.name(), place.code().equals(chosen))))
                .toList();
    }

    private static Head head(Visit visit, @Nullable Programme programme, List<PublicOffer> offers) {
        var title = programme == null ? visit.t("offers.title") : programme.name();
        var head = Head.of(title, visit.t("offers.description"), PATH).withScripts("htmx.js");
        return programme == null ? head : head.withJsonLd(OfferJsonLd.of(visit, programme, offers));
    }

    /** The visitor's own part, asked for by the page in a request of its own, or read as a page. */
    @GetMapping("/cua-toi")
    Mono<ResponseEntity<byte[]>> mine(Visit visit) {
        return (visit.token() == null ? Mono.just(List.<OfferFeed.Judged>of()) : feed.mine(visit))
                .map(judged -> new MinePage(Head.personal(visit.t("offers.mine")), visit.token() != null, judged))
                .map(page -> pages.html("offers/mine", visit, page, Freshness.PERSONAL));
    }
}
