package vn.ocop.marketplace.web.buying;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAway;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Sessions;
import vn.ocop.marketplace.web.site.Visit;

/** Checkout: one page that is sent back and forth until it is complete, then an order. */
@RestController
@RequestMapping("/dat-hang")
class CheckoutController {

    private final Pages pages;
    private final Checkout checkout;
    private final Sessions sessions;

    CheckoutController(Pages pages, Checkout checkout, Sessions sessions) {
        this.pages = pages;
        this.checkout = checkout;
        this.sessions = sessions;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> checkout(Visit visit, ServerHttpResponse response) {
        if (visit.token() == null) {
            return Mono.just(pages.seeOther(visit, "/gio-hang"));
        }
        return checkout.fresh(visit)
                .flatMap(form -> show(visit, form, CheckoutProblems.NONE))
                .onErrorResume(CheckoutController::sessionIsGone, gone -> toCart(visit, response));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> send(Form sent, Visit visit, ServerHttpResponse response) {
        if (visit.token() == null) {
            return Mono.just(pages.seeOther(visit, "/gio-hang"));
        }
        var form = CheckoutForm.of(sent);
        var answer = form.action() == CheckoutForm.Action.PLACE
                ? place(visit, form, sent)
                : show(visit, form, CheckoutProblems.NONE);
        return answer.onErrorResume(CheckoutController::sessionIsGone, gone -> toCart(visit, response));
    }

    private Mono<ResponseEntity<byte[]>> place(Visit visit, CheckoutForm form, Form sent) {
        var missing = form.missing(visit, sent.has("adults-only"));
        if (!missing.isEmpty()) {
            return show(visit, form, CheckoutProblems.ofForm(visit, missing));
        }
        if (form.otherServices()) {
            return show(visit, form, CheckoutProblems.onlySummary(visit.t("checkout.service.changed")));
        }
        if (form.quoteId().isEmpty()) {
            return show(visit, form, CheckoutProblems.onlySummary(visit.t("checkout.look-first")));
        }
        return checkout.place(visit, form)
                .map(group -> pages.seeOther(visit, next(group)))
                .onErrorResume(ApiProblem::refuses, why -> show(visit, form, CheckoutProblems.of((ApiProblem) why)))
                .onErrorResume(CheckoutController::unsure, why -> Mono.just(again(visit, form)));
    }

    private static String next(OrderGroup group) {
        return group.waitsForCard() ? "/thanh-toan/" + group.code() : "/don-hang/" + group.code() + "?vua-dat=1";
    }

    private Mono<ResponseEntity<byte[]>> show(Visit visit, CheckoutForm form, CheckoutProblems problems) {
        return checkout.page(visit, form, problems).map(page -> answer(visit, page));
    }

    private ResponseEntity<byte[]> answer(Visit visit, CheckoutPage page) {
        if (page.cart().isEmpty()) {
            // What was in it has just been ordered, or it never held anything.
            return pages.seeOther(visit, page.problems().none() ? "/gio-hang" : "/don-hang");
        }
        if (!page.cart().orderable()) {
            return pages.seeOther(visit, "/gio-hang");
        }
        var status = page.problems().none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(status, "buying/checkout", visit, page, Freshness.PERSONAL);
    }

    /** Nobody knows whether the order arrived: the same form under the same key may safely be sent again. */
    private ResponseEntity<byte[]> again(Visit visit, CheckoutForm form) {
        return pages.html(
                HttpStatus.SERVICE_UNAVAILABLE,
                "buying/checkout-again",
                visit,
                CheckoutAgain.of(visit, form),
                Freshness.PERSONAL);
    }

    private Mono<ResponseEntity<byte[]>> toCart(Visit visit, ServerHttpResponse response) {
        sessions.forget(response);
        return Mono.just(pages.seeOther(visit, "/gio-hang"));
    }

    private static boolean sessionIsGone(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() == 401;
    }

    private static boolean unsure(Throwable error) {
        return error instanceof ApiAway || error instanceof ApiProblem problem && problem.status() >= 500;
    }
}
