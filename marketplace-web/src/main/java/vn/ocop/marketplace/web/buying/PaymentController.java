package vn.ocop.marketplace.web.buying;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Leads to the provider's payment page and takes buyers back from it.
 *
 * <p>The security policy lets forms lead only to our own pages, so the way there is a page of ours that moves on by
 * itself. The provider's return address proves nothing: only a captured payment counts.
 */
@RestController
@RequestMapping("/thanh-toan/{code}")
class PaymentController {

    private static final int LOOKS = 6;
    private static final int SECONDS_BETWEEN = 2;

    private final Pages pages;
    private final Purchases purchases;

    PaymentController(Pages pages, Purchases purchases) {
        this.pages = pages;
        this.purchases = purchases;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> lead(@PathVariable String code, Visit visit) {
        return purchases
                .find(visit, code)
                .flatMap(group -> group.waitsForCard() ? lead(visit, group) : Mono.just(toOrder(visit, code)));
    }

    private Mono<ResponseEntity<byte[]>> lead(Visit visit, OrderGroup group) {
        return purchases
                .paymentPage(visit, group.code())
                .map(there -> refreshing(
                        page(visit, PaymentPage.of(visit, group, "leading", there.redirectUrl())),
                        0,
                        there.redirectUrl()))
                .onErrorResume(PaymentController::settledMeanwhile, why -> Mono.just(toOrder(visit, group.code())))
                .onErrorResume(
                        ApiProblem.class,
                        why -> Mono.just(page(visit, PaymentPage.of(visit, group, "unavailable", null))));
    }

    /** Back from paying: waits a few seconds for the provider's message to arrive. */
    @GetMapping("/xong")
    Mono<ResponseEntity<byte[]>> paid(
            @PathVariable String code, @RequestParam(name = "lan", defaultValue = "1") int look, Visit visit) {
        return purchases.find(visit, code).map(group -> {
            if (!group.waitsForCard()) {
                return toOrder(visit, code + "?vua-dat=1");
            }
            if (look >= LOOKS) {
                return page(visit, PaymentPage.of(visit, group, "slow", null));
            }
            return refreshing(
                    page(visit, PaymentPage.of(visit, group, "waiting", null)),
                    SECONDS_BETWEEN,
                    visit.link("/thanh-toan/" + group.code() + "/xong?lan=" + (Math.max(1, look) + 1)));
        });
    }

    /** Back without paying. */
    @GetMapping("/bo")
    Mono<ResponseEntity<byte[]>> left(@PathVariable String code, Visit visit) {
        return purchases
                .find(visit, code)
                .map(group -> group.waitsForCard()
                        ? page(visit, PaymentPage.of(visit, group, "left", null))
                        : toOrder(visit, code));
    }

    private ResponseEntity<byte[]> page(Visit visit, PaymentPage page) {
        return pages.html("buying/payment", visit, page, Freshness.PERSONAL);
    }

    private ResponseEntity<byte[]> toOrder(Visit visit, String code) {
        return pages.seeOther(visit, "/don-hang/" + code);
    }

    private static ResponseEntity<byte[]> refreshing(ResponseEntity<byte[]> page, int seconds, String to) {
        var headers = new HttpHeaders(page.getHeaders());
        headers.set("Refresh", seconds + ";url=" + to);
        return new ResponseEntity<>(page.getBody(), headers, page.getStatusCode());
    }

    private static boolean settledMeanwhile(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() == 409;
    }
}
