package vn.ocop.marketplace.web.buying;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Shows where a parcel is to whoever has its number; the number is on the parcel, so it may stand in an address. */
@RestController
@RequestMapping("/theo-doi")
class TrackingController {

    private final Pages pages;
    private final MarketplaceApi api;

    TrackingController(Pages pages, MarketplaceApi api) {
        this.pages = pages;
        this.api = api;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> track(@RequestParam(name = "ma", defaultValue = "") String typed, Visit visit) {
        var number = typed.strip();
        if (number.isEmpty()) {
            return Mono.just(html(visit, HttpStatus.OK, TrackingPage.asking(visit, "", null)));
        }
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/tracking").segment(number), Tracking.class)
                .map(found -> html(visit, HttpStatus.OK, TrackingPage.of(visit, found)))
                .onErrorResume(TrackingController::refused, why -> Mono.just(refusal(visit, number, (ApiProblem) why)));
    }

    private ResponseEntity<byte[]> refusal(Visit visit, String typed, ApiProblem why) {
        var status = HttpStatus.valueOf(why.status());
        return html(visit, status, TrackingPage.asking(visit, typed, why.detail()));
    }

    private static boolean refused(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() < 500;
    }

    private ResponseEntity<byte[]> html(Visit visit, HttpStatus status, TrackingPage page) {
        return pages.html(status, "buying/tracking", visit, page, Freshness.PERSONAL);
    }
}
