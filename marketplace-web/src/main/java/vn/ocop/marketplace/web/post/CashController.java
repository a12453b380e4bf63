package vn.ocop.marketplace.web.post;

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

/** Where a clerk takes cash for purchases that are paid at a post office. */
@RestController
@RequestMapping("/buu-cuc/thu-tien")
class CashController {

    private static final String POST_OFFICE = "POST_OFFICE";

    private final Pages pages;
    private final Desks desks;
    private final CashDesk cash;

    CashController(Pages pages, Desks desks, CashDesk cash) {
        this.pages = pages;
        this.desks = desks;
        this.cash = cash;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> look(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office,
            @RequestParam(name = "ma", required = false) @Nullable String code,
            Visit visit) {
        return desks.open(visit, POST_OFFICE, person -> looked(visit, page(visit, person, office, code)));
    }

    private static CashPage page(Visit visit, Person person, @Nullable String office, @Nullable String code) {
        return CashPage.of(visit, person.at(POST_OFFICE, office), Ask.tidy(code));
    }

    private Mono<ResponseEntity<byte[]>> looked(Visit visit, CashPage page) {
        return page.code().isEmpty()
                ? Mono.just(shown(visit, page))
                : cash.due(visit, page.office().scope(), page.code())
                        .map(due -> shown(visit, page.with(due)))
                        .onErrorResume(ApiProblem::refuses, why -> Mono.just(refused(visit, page, (ApiProblem) why)));
    }

    private ResponseEntity<byte[]> refused(Visit visit, CashPage page, ApiProblem why) {
        return shown(
                visit,
                page.refusing(why.status() == 404 ? visit.t("post.cash-desk.none", page.code()) : why.sentence()));
    }

    private ResponseEntity<byte[]> shown(Visit visit, CashPage page) {
        var status = page.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(status, "post/cash", visit, page, Freshness.PERSONAL);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> take(Form form, Visit visit) {
        return desks.open(
                visit,
                POST_OFFICE,
                person -> taken(visit, form, page(visit, person, form.text("office"), form.text("ma"))));
    }

    private Mono<ResponseEntity<byte[]>> taken(Visit visit, Form form, CashPage page) {
        return cash.take(visit, page.office().scope(), page.code(), form.number("amount", 0), form.text("key"))
                .map(receipt -> shown(visit, page.with(receipt)))
                .onErrorResume(ApiProblem::refuses, why -> Mono.just(refused(visit, page, (ApiProblem) why)));
    }
}
