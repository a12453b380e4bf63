package vn.ocop.marketplace.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.GuestHandover;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.ProblemException;

/** A buyer's cart: look, put in, change, take out. Nothing is held until the order is placed. */
@Service
public class Carts implements GuestHandover {

    private final CartRepository carts;
    private final VariantCatalogue catalogue;
    private final Clock clock;

    Carts(CartRepository carts, VariantCatalogue catalogue, Clock clock) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public Mono<Cart> of(UUID buyer) {
        return carts.lines(buyer).collectList().flatMap(lines -> priced(lines, Flux.empty(), ids(lines)));
    }

    private static List<UUID> ids(List<CartRepository.Stored> lines) {
        return lines.stream().map(CartRepository.Stored::variantId).toList();
    }

    /** What has just been read is not read again. */
    private Mono<Cart> priced(List<CartRepository.Stored> lines, SellableVariant known) {
        var others =
                ids(lines).stream().filter(id -> !id.equals(known.variantId())).toList();
        return priced(lines, Flux.just(known), others);
    }

    private Mono<Cart> priced(List<CartRepository.Stored> lines, Flux<SellableVariant> known, List<UUID> unknown) {
        return (unknown.isEmpty() ? known : known.concatWith(catalogue.find(unknown)))
                .collectMap(SellableVariant::variantId)
                .map(variants -> cart(lines, variants));
    }

    private static Cart cart(List<CartRepository.Stored> stored, Map<UUID, SellableVariant> variants) {
        return Cart.of(stored.stream()
                .map(line -> {
                    var variant = variants.get(line.variantId());
                    return variant == null ? null : new CartLine(variant, line.quantity());
                })
                .filter(Objects::nonNull)
                .collect(Collectors.toList()));
    }

    /** Puts more of a variant in; refused beyond what is in stock. */
    public Mono<Cart> add(UUID buyer, UUID variantId, int quantity) {
        return sellable(variantId, quantity)
                .flatMap(variant -> carts.add(buyer, variantId, quantity, atMost(variant), clock.instant())
                        .switchIfEmpty(Mono.error(() -> notAdded(variant)))
                        .collectList()
                        .flatMap(lines -> priced(lines, variant)));
    }

    private static ProblemException notAdded(SellableVariant variant) {
        return atMost(variant) < Cart.MAX_QUANTITY
                ? notEnough(variant)
                : new ProblemException(CheckoutProblem.CART_FULL, Cart.MAX_LINES, Cart.MAX_QUANTITY);
    }

    /** Sets how many of a variant that is in the cart. */
    public Mono<Cart> set(UUID buyer, UUID variantId, int quantity) {
        return sellable(variantId, quantity)
                .flatMap(variant -> carts.set(buyer, variantId, quantity))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CheckoutProblem.VARIANT_NOT_FOUND)))
                .then(of(buyer));
    }

    /** Takes a variant out, also one that was not in. */
    public Mono<Cart> remove(UUID buyer, UUID variantId) {
        return carts.remove(buyer, List.of(variantId)).then(of(buyer));
    }

    /** Takes out what has just been ordered; inside the order's transaction. */
    public Mono<Void> ordered(UUID buyer, List<UUID> variants) {
        return carts.remove(buyer, variants);
    }

    private Mono<SellableVariant> sellable(UUID variantId, int quantity) {
        return catalogue
                .find(List.of(variantId))
                .next()
                .switchIfEmpty(Mono.error(() -> new ProblemException(CheckoutProblem.VARIANT_NOT_FOUND)))
                .doOnNext(variant -> {
                    if (!variant.onSale()) {
                        throw new ProblemException(
                                CheckoutProblem.NOT_ON_SALE, variant.title().vi());
                    }
                    if (variant.stock() < quantity) {
                        throw notEnough(variant);
                    }
                });
    }

    private static ProblemException notEnough(SellableVariant variant) {
        return new ProblemException(CheckoutProblem.NOT_ENOUGH, variant.title().vi(), variant.stock());
    }

    private static int atMost(SellableVariant variant) {
        return Math.min(variant.stock(), Cart.MAX_QUANTITY);
    }

    @Override
    public Mono<Void> handOver(UUID guest, UUID member) {
        return carts.move(guest, member);
    }
}
