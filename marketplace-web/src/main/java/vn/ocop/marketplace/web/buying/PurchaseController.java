package vn.ocop.marketplace.web.buying;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.People;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.opening.Banks;
import vn.ocop.marketplace.web.returning.ReturnCase;
import vn.ocop.marketplace.web.returning.Returns;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Sessions;
import vn.ocop.marketplace.web.site.Visit;

/** A buyer's purchases: the list, one of them, calling an order off. */
@RestController
@RequestMapping("/don-hang")
class PurchaseController {

    private static final List<String> SAID = List.of("da-gui", "da-luu", "da-khac");

    private final Pages pages;
    private final Purchases purchases;
    private final Returns returns;
    private final People people;
    private final Sessions sessions;
    private final Banks banks;

    PurchaseController(
            Pages pages, Purchases purchases, Returns returns, People people, Sessions sessions, Banks banks) {
        this.pages = pages;
        this.purchases = purchases;
        this.returns = returns;
        this.people = people;
        this.sessions = sessions;
        this.banks = banks;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(
            @RequestParam(required = false) @Nullable String after, Visit visit, ServerHttpResponse response) {
        if (visit.token() == null) {
            return Mono.just(listPage(visit, PurchasesPage.ofNobody(visit)));
        }
        return Mono.zip(people.who(visit.caller()), purchases.list(visit, after))
                .map(both -> PurchasesPage.of(visit, both.getT1(), both.getT2()))
                .onErrorResume(PurchaseController::sessionIsGone, gone -> nobody(visit, response))
                .map(page -> listPage(visit, page));
    }

    private Mono<PurchasesPage> nobody(Visit visit, ServerHttpResponse response) {
        sessions.forget(response);
        return Mono.just(PurchasesPage.ofNobody(visit));
    }

    private ResponseEntity<byte[]> listPage(Visit visit, PurchasesPage page) {
        return pages.html("buying/purchases", visit, page, Freshness.PERSONAL);
    }

    @GetMapping("/{code}")
    Mono<ResponseEntity<byte[]>> one(
            @PathVariable String code,
            @RequestParam(name = "vua-dat", required = false) @Nullable String placed,
            @RequestParam(name = "tra-hang", required = false) @Nullable String said,
            Visit visit) {
        if (visit.token() == null) {
            return Mono.just(pages.seeOther(visit, "/tra-cuu"));
        }
        return purchases
                .find(visit, code)
                .flatMap(group -> Mono.zip(
                                transfer(visit, group).map(Optional::of).defaultIfEmpty(Optional.empty()),
                                returns(visit, group),
                                purchases.sentBackByShop(visit, group))
                        .map(read -> page(
                                visit,
                                group,
                                new PurchasePage.Said(
                                        placed != null,
                                        read.getT1().orElse(null),
                                        read.getT2(),
                                        read.getT3(),
                                        banks.options(visit.t("opening.bank.choose"), null),
                                        said != null && SAID.contains(said) ? said : null,
                                        null))));
    }

    /** Only where something has been sent can anything be asked back. */
    private Mono<List<ReturnCase>> returns(Visit visit, OrderGroup group) {
        var sent = group.orders().stream()
                .anyMatch(order -> order.status() == Order.Status.SHIPPED || order.status() == Order.Status.DELIVERED);
        return sent ? returns.ofPurchase(visit, group.code()) : Mono.just(List.of());
    }

    /** All is well: the shop is paid. */
    @PostMapping("/{code}/da-nhan")
    Mono<ResponseEntity<byte[]>> received(@PathVariable String code, Form form, Visit visit) {
        return changed(visit, code, purchases.received(visit, form.text("order")));
    }

    /** Where money is to be transferred back to. */
    @PostMapping("/{code}/tai-khoan-hoan")
    Mono<ResponseEntity<byte[]>> refundAccount(@PathVariable String code, Form form, Visit visit) {
        return changed(
                visit,
                code,
                purchases.refundAccount(visit, code, form.text("bin"), form.text("account"), form.text("holder")));
    }

    private Mono<ResponseEntity<byte[]>> changed(Visit visit, String code, Mono<Object> change) {
        return change.map(done -> pages.seeOther(
                        visit, "/don-hang/" + UriUtils.encodePathSegment(code, UTF_8) + "?tra-hang=da-luu"))
                .onErrorResume(PurchaseController::refusedByRule, why -> refused(visit, code, (ApiProblem) why));
    }

    private static boolean refusedByRule(Throwable error) {
        return error instanceof ApiProblem problem && (problem.status() == 409 || problem.status() == 422);
    }

    /** Empty where nothing is to be transferred, or just came in. */
    private Mono<Transfer> transfer(Visit visit, OrderGroup group) {
        return group.payment().transfer() && group.payableAt(visit.now())
                ? purchases
                        .transfer(visit, group.code())
                        .map(transfer -> transfer.named(banks.name(transfer.bin())))
                        .onErrorResume(ApiProblem.class, why -> Mono.empty())
                : Mono.empty();
    }

    @PostMapping("/{code}/huy")
    Mono<ResponseEntity<byte[]>> cancel(@PathVariable String code, Form form, Visit visit) {
        return purchases
                .cancel(visit, form.text("order"), reason(form))
                .map(done -> pages.seeOther(visit, "/don-hang/" + UriUtils.encodePathSegment(code, UTF_8)))
                .onErrorResume(PurchaseController::tooLate, why -> refused(visit, code, (ApiProblem) why));
    }

    /** The choice, with the buyer's own words when there are any. */
    private static String reason(Form form) {
        var words = form.text("words");
        var reason = words.isEmpty() ? form.text("reason") : words;
        return reason.substring(0, Math.min(300, reason.length()));
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, String code, ApiProblem why) {
        return purchases
                .find(visit, code)
                .flatMap(group -> Mono.zip(returns(visit, group), purchases.sentBackByShop(visit, group))
                        .map(found -> page(
                                visit,
                                group,
                                new PurchasePage.Said(
                                        false,
                                        null,
                                        found.getT1(),
                                        found.getT2(),
                                        banks.options(visit.t("opening.bank.choose"), null),
                                        null,
                                        why.detail()))));
    }

    private ResponseEntity<byte[]> page(Visit visit, OrderGroup group, PurchasePage.Said said) {
        var status = said.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(
                status, "buying/purchase", visit, PurchasePage.of(visit, group, true, said), Freshness.PERSONAL);
    }

    private static boolean sessionIsGone(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() == 401;
    }

    private static boolean tooLate(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() == 409;
    }
}
