package vn.ocop.marketplace.web.buying;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Shows a purchase to whoever knows its code and phone; neither ever stands in an address. */
@RestController
@RequestMapping("/tra-cuu")
class LookupController {

    private final Pages pages;
    private final Purchases purchases;

    LookupController(Pages pages, Purchases purchases) {
        this.pages = pages;
        this.purchases = purchases;
    }

    @GetMapping
    ResponseEntity<byte[]> form(Visit visit) {
        return form(visit, HttpStatus.OK, "", "", null);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> find(Form form, Visit visit) {
        var code = form.text("code").toUpperCase(Locale.ROOT);
        var phone = form.text("phone");
        if (code.isEmpty() || phone.isEmpty()) {
            return Mono.just(form(visit, HttpStatus.UNPROCESSABLE_CONTENT, code, phone, visit.t("lookup.missing")));
        }
        return purchases
                .lookUp(visit, code, phone)
                .map(group -> PurchasePage.of(visit, group, false, PurchasePage.Said.NOTHING))
                .map(page -> pages.html("buying/purchase", visit, page, Freshness.PERSONAL))
                .onErrorResume(
                        LookupController::refused,
                        why -> Mono.just(
                                form(visit, HttpStatus.UNPROCESSABLE_CONTENT, code, phone, sentence(visit, (ApiProblem)
                                        why))));
    }

    private static boolean refused(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() < 500;
    }

    /** Whether code or phone is wrong is nobody's business. */
    private static @Nullable String sentence(Visit visit, ApiProblem why) {
        return why.status() == 429 ? why.detail() : visit.t("lookup.not-found");
    }

    private ResponseEntity<byte[]> form(
            Visit visit, HttpStatus status, String code, String phone, @Nullable String refusal) {
        return pages.html(
                status, "buying/lookup", visit, LookupPage.of(visit, code, phone, refusal), Freshness.PERSONAL);
    }
}
