package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Form;
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
    private static final String MINE = PATH + "/cua-toi";

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
        return feed.programmes(visit)
                .flatMap(all -> Mono.justOrEmpty(OfferFeed.shown(all, filters.programme(), visit.now()))
                        .flatMap(programme -> page(visit, programme, all, filters, query.getFirst("after"))))
                .switchIfEmpty(Mono.fromSupplier(() -> HubPage.empty(head(visit, null, List.of()), filters)))
                .map(page -> pages.html("offers/hub", visit, page, Freshness.PRICED));
    }

    private Mono<HubPage> page(
            Visit visit, Programme programme, List<Programme> all, HubFilters filters, @Nullable String after) {
        var shown = programme.endedAt(visit.now()) ? filters.withEnded() : filters;
        return Mono.zip(
                feed.offers(visit, programme.code(), shown, after),
                provinces(visit),
                (offers, provinces) -> new HubPage(
                        head(visit, programme, offers.items()),
                        programme,
                        all.stream().filter(one -> !one.equals(programme)).toList(),
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
    Mono<ResponseEntity<byte[]>> mine(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return mine(visit, done != null, null);
    }

    private Mono<ResponseEntity<byte[]>> mine(Visit visit, boolean kept, @Nullable String refusal) {
        return (visit.token() == null ? Mono.just(List.<OfferFeed.Judged>of()) : feed.mine(visit))
                .map(judged -> new MinePage(
                        Head.personal(visit.t("offers.mine")), visit.token() != null, judged, kept, refusal))
                .map(page -> pages.html(
                        refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                        "offers/mine",
                        visit,
                        page,
                        Freshness.PERSONAL));
    }

    /** Keeps a code; whoever has no account yet is asked to sign in first, for a code is somebody's. */
    @PostMapping("/cua-toi")
    Mono<ResponseEntity<byte[]>> keep(Form form, Visit visit) {
        return visit.token() == null
                ? Mono.just(pages.seeOther(visit, "/dang-nhap?ve=" + MINE))
                : feed.keep(visit, form.text("code"))
                        .thenReturn(pages.seeOther(visit, MINE + "?vua=1"))
                        .onErrorResume(ApiProblem::refuses, why -> mine(visit, false, ((ApiProblem) why).detail()));
    }

    @PostMapping("/cua-toi/bo")
    Mono<ResponseEntity<byte[]>> drop(Form form, Visit visit) {
        return feed.drop(visit, form.text("offer")).thenReturn(pages.seeOther(visit, MINE));
    }
}
