package vn.ocop.marketplace.web.post;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Where a clerk hands sellers their money. */
@RestController
@RequestMapping("/buu-cuc/tra-tien")
class PayOutController {

    private static final String POST_OFFICE = "POST_OFFICE";

    private final Pages pages;
    private final Desks desks;
    private final PayOutDesk payouts;

    PayOutController(Pages pages, Desks desks, PayOutDesk payouts) {
        this.pages = pages;
        this.desks = desks;
        this.payouts = payouts;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> look(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office,
            @RequestParam(name = "ma", required = false) @Nullable String code,
            Visit visit) {
        return desks.open(visit, POST_OFFICE, person -> looked(visit, page(visit, person, office, code)));
    }

    private static PayOutPage page(Visit visit, Person person, @Nullable String office, @Nullable String code) {
        return PayOutPage.of(visit, person.at(POST_OFFICE, office), Ask.tidy(code));
    }

    private Mono<ResponseEntity<byte[]>> looked(Visit visit, PayOutPage page) {
        return page.code().isEmpty()
                ? Mono.just(shown(visit, page))
                : payouts.due(visit, page.office().scope(), page.code())
                        .map(due -> shown(visit, page.with(due)))
                        .onErrorResume(
                                ApiProblem::refuses,
                                why -> Mono.just(shown(visit, unknown(visit, page, (ApiProblem) why))));
    }

    private static PayOutPage unknown(Visit visit, PayOutPage page, ApiProblem why) {
        return page.refusing(why.status() == 404 ? visit.t("post.pay-out.none", page.code()) : why.sentence());
    }

    private ResponseEntity<byte[]> shown(Visit visit, PayOutPage page) {
        var status = page.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(status, "post/pay-out", visit, page, Freshness.PERSONAL);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> hand(Form form, Visit visit) {
        return desks.open(
                visit,
                POST_OFFICE,
                person -> handed(visit, form, page(visit, person, form.text("office"), form.text("ma"))));
    }

    private Mono<ResponseEntity<byte[]>> handed(Visit visit, Form form, PayOutPage page) {
        var shown = Map.of("secret", form.text("secret"), "identity", form.text("identity"));
        return payouts.hand(visit, page.office().scope(), page.code(), shown, form.text("key"))
                .map(receipt -> shown(visit, page.with(receipt)))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, page, (ApiProblem) why));
    }

    /** Where it is still to be handed over, the form is there again. */
    private Mono<ResponseEntity<byte[]>> refused(Visit visit, PayOutPage page, ApiProblem why) {
        var refusing = unknown(visit, page, why);
        return payouts.due(visit, page.office().scope(), page.code())
                .map(refusing::with)
                .onErrorResume(ApiProblem::refuses, gone -> Mono.just(refusing))
                .map(again -> shown(visit, again));
    }
}
