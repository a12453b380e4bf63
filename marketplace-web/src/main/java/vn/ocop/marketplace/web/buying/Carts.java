package vn.ocop.marketplace.web.buying;

import java.util.Map;
import java.util.function.Function;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Sessions;
import vn.ocop.marketplace.web.site.Visit;

/** The visitor's cart at the API. */
@Component
class Carts {

    private static final ApiAddress CART = ApiAddress.of("/api/v1/cart");

    private final MarketplaceApi api;
    private final Sessions sessions;

    Carts(MarketplaceApi api, Sessions sessions) {
        this.api = api;
        this.sessions = sessions;
    }

    /** The cart; a visitor without a session, or with one the API forgot, has an empty one. */
    Mono<Cart> of(Visit visit, ServerHttpResponse response) {
        if (visit.token() == null) {
            return Mono.just(Cart.EMPTY);
        }
        return api.get(visit.caller(), CART, Cart.class)
                .onErrorResume(Carts::sessionIsGone, gone -> forgotten(response));
    }

    private Mono<Cart> forgotten(ServerHttpResponse response) {
        sessions.forget(response);
        return Mono.just(Cart.EMPTY);
    }

    /** Puts something in; a guest's session is opened when there is none, or the API forgot it. */
    Mono<Cart> add(Visit visit, ServerHttpResponse response, String variantId, int quantity) {
        var line = Map.of("variantId", variantId, "quantity", quantity);
        Function<Caller, Mono<Cart>> adding =
                caller -> api.post(caller, ApiAddress.of("/api/v1/cart/lines"), line, Cart.class);
        return sessions.existingOrGuest(visit, response)
                .flatMap(adding)
                .onErrorResume(
                        Carts::sessionIsGone,
                        gone -> sessions.newGuest(visit, response).flatMap(adding));
    }

    /** Sets how many; none takes the line out. */
    Mono<Cart> set(Visit visit, String variantId, int quantity) {
        return quantity == 0
                ? remove(visit, variantId)
                : api.put(visit.caller(), line(variantId), Map.of("quantity", quantity), Cart.class);
    }

    Mono<Cart> remove(Visit visit, String variantId) {
        return api.delete(visit.caller(), line(variantId), Cart.class);
    }

    /** Keeps a code that somebody typed. */
    Mono<Void> keep(Visit visit, String voucher) {
        return api.put(visit.caller(), ApiAddress.of("/api/v1/me/vouchers").segment(voucher), Map.of(), Kept.class)
                .then();
    }

    private record Kept(String offerId) {}

    private static ApiAddress line(String variantId) {
        return ApiAddress.of("/api/v1/cart/lines").segment(variantId);
    }

    private static boolean sessionIsGone(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() == 401;
    }
}
