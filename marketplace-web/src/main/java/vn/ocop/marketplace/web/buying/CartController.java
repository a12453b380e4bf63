package vn.ocop.marketplace.web.buying;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The cart: look, put in, change, take out. */
@RestController
@RequestMapping("/gio-hang")
class CartController {

    private final Pages pages;
    private final Carts carts;

    CartController(Pages pages, Carts carts) {
        this.pages = pages;
        this.carts = carts;
    }

    /** What the script is told that puts something in without leaving the page. */
    record Added(@Nullable Integer itemCount, @Nullable String message) {}

    @GetMapping
    Mono<ResponseEntity<byte[]>> cart(
            @RequestParam(name = "vua-them", required = false) @Nullable String added,
            Visit visit,
            ServerHttpResponse response) {
        return carts.of(visit, response).map(cart -> page(visit, CartPage.of(visit, cart, added != null)));
    }

    @PostMapping("/them")
    Mono<? extends ResponseEntity<?>> add(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Form form,
            Visit visit,
            ServerHttpResponse response) {
        var added = carts.add(visit, response, form.text("variantId"), quantity(form));
        if (accept.startsWith("application/json")) {
            return added.map(cart -> told(HttpStatus.OK, new Added(cart.itemCount(), visit.t("cart.added"))))
                    .onErrorResume(
                            ApiProblem.class,
                            why -> Mono.just(told(HttpStatus.valueOf(why.status()), new Added(null, why.detail()))));
        }
        var then = form.text("next").equals("checkout") ? "/dat-hang" : "/gio-hang?vua-them=1";
        return added.map(cart -> pages.seeOther(visit, then))
                .onErrorResume(CartController::aboutGoods, why -> refused(visit, response, form, why));
    }

    @PostMapping("/sua")
    Mono<ResponseEntity<byte[]>> set(Form form, Visit visit, ServerHttpResponse response) {
        return carts.set(visit, form.text("variantId"), quantity(form))
                .map(cart -> pages.seeOther(visit, "/gio-hang"))
                .onErrorResume(CartController::aboutGoods, why -> refused(visit, response, form, why));
    }

    @PostMapping("/bo")
    Mono<ResponseEntity<byte[]>> remove(Form form, Visit visit) {
        return carts.remove(visit, form.text("variantId")).map(cart -> pages.seeOther(visit, "/gio-hang"));
    }

    /** Keeps the code of an offer; the cart is priced with it from then on. */
    @PostMapping("/ma")
    Mono<ResponseEntity<byte[]>> voucher(Form form, Visit visit, ServerHttpResponse response) {
        return carts.keep(visit, form.text("voucher"))
                .thenReturn(pages.seeOther(visit, "/gio-hang"))
                .onErrorResume(
                        CartController::aboutGoods,
                        why -> carts.of(visit, response)
                                .map(cart -> CartPage.withVoucherError(
                                        visit, cart, why instanceof ApiProblem problem ? problem.detail() : null))
                                .map(page -> pages.html(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "buying/cart",
                                        visit,
                                        page,
                                        Freshness.PERSONAL)));
    }

    /** An absent quantity is one; what is no number is refused by the API. */
    private static int quantity(Form form) {
        return form.has("quantity") ? form.number("quantity", -1) : 1;
    }

    private static boolean aboutGoods(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() != 401 && problem.status() < 500;
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, ServerHttpResponse response, Form form, Throwable why) {
        var sentence = why instanceof ApiProblem problem ? problem.detail() : null;
        return carts.of(visit, response)
                .map(cart -> CartPage.refused(visit, cart, sentence, form.text("variantId")))
                .map(page ->
                        pages.html(HttpStatus.UNPROCESSABLE_CONTENT, "buying/cart", visit, page, Freshness.PERSONAL));
    }

    private ResponseEntity<byte[]> page(Visit visit, CartPage page) {
        return pages.html("buying/cart", visit, page, Freshness.PERSONAL);
    }

    private static ResponseEntity<Added> told(HttpStatus status, Added added) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(added);
    }
}
