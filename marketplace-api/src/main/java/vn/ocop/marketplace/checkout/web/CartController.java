package vn.ocop.marketplace.checkout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.checkout.Cart;
import vn.ocop.marketplace.checkout.CartOffers;
import vn.ocop.marketplace.checkout.Carts;
import vn.ocop.marketplace.platform.Language;

@RestController
@RequestMapping("/api/v1/cart")
@Tag(name = "Cart", description = "What the bearer, guest or member, means to buy")
class CartController {

    private final Carts carts;
    private final CartOffers offers;
    private final CartResponses responses;

    CartController(Carts carts, CartOffers offers, CartResponses responses) {
        this.carts = carts;
        this.offers = offers;
        this.responses = responses;
    }

    record AddRequest(
            @NotNull UUID variantId,
            @Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {}

    record SetRequest(@Min(1) @Max(Cart.MAX_QUANTITY) int quantity) {}

    @GetMapping
    @Operation(summary = "The cart, grouped by shop, at today's prices")
    Mono<CartResponses.CartResponse> cart(@AuthenticationPrincipal Caller caller, Language language) {
        return carts.of(caller.id()).flatMap(cart -> priced(cart, caller, language));
    }

    @PostMapping("/lines")
    @Operation(summary = "Put more of a variant in")
    Mono<CartResponses.CartResponse> add(
            @Valid @RequestBody AddRequest request, @AuthenticationPrincipal Caller caller, Language language) {
        return carts.add(caller.id(), request.variantId(), request.quantity())
                .flatMap(cart -> priced(cart, caller, language));
    }

    @PutMapping("/lines/{variantId}")
    @Operation(summary = "Set how many of a variant")
    Mono<CartResponses.CartResponse> set(
            @PathVariable UUID variantId,
            @Valid @RequestBody SetRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return carts.set(caller.id(), variantId, request.quantity()).flatMap(cart -> priced(cart, caller, language));
    }

    @DeleteMapping("/lines/{variantId}")
    @Operation(summary = "Take a variant out")
    Mono<CartResponses.CartResponse> remove(
            @PathVariable UUID variantId, @AuthenticationPrincipal Caller caller, Language language) {
        return carts.remove(caller.id(), variantId).flatMap(cart -> priced(cart, caller, language));
    }

    private Mono<CartResponses.CartResponse> priced(Cart cart, Caller caller, Language language) {
        return offers.of(caller.id(), cart).map(offered -> responses.cart(cart, offered.priced(), language));
    }
}
