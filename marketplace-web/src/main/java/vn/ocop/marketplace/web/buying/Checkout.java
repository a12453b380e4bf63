package vn.ocop.marketplace.web.buying;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Visit;

/** From a filled form to a page with a price, and from a priced form to an order. */
@Component
class Checkout {

    private static final ParameterizedTypeReference<Items<OrderGroup>> PURCHASES =
            new ParameterizedTypeReference<>() {};

    private final MarketplaceApi api;
    private final Destinations destinations;

    Checkout(MarketplaceApi api, Destinations destinations) {
        this.api = api;
        this.destinations = destinations;
    }

    private record Buyer(@Nullable String name, @Nullable String phone) {}

    /** What is known of the buyer: the last recipient, or the member's own name. */
    Mono<CheckoutForm> fresh(Visit visit) {
        var last = api.get(visit.caller(), ApiAddress.of("/api/v1/order-groups").with("limit", 1), PURCHASES)
                .flatMapIterable(Items::items)
                .next()
                .map(group -> again(group.recipient()));
        return last.switchIfEmpty(Mono.defer(() -> ofMember(visit)));
    }

    private static CheckoutForm again(Order.Recipient recipient) {
        var commune = recipient.commune();
        return CheckoutForm.fresh(
                recipient.name(),
                text(recipient.phone()),
                commune == null ? "" : commune.code(),
                text(recipient.street()));
    }

    private Mono<CheckoutForm> ofMember(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/me"), Buyer.class)
                .map(buyer -> CheckoutForm.fresh(text(buyer.name()), text(buyer.phone()), "", ""));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The page for a form: the place looked up, and priced as soon as it is known. */
    Mono<CheckoutPage> page(Visit visit, CheckoutForm form, CheckoutProblems problems) {
        return Mono.zip(where(visit, form), cart(visit))
                .flatMap(both -> priced(visit, form, both.getT1(), both.getT2(), problems));
    }

    private Mono<Cart> cart(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/cart"), Cart.class);
    }

    private Mono<CheckoutPage.Where> where(Visit visit, CheckoutForm form) {
        var chosen = form.commune().isEmpty() ? Mono.<Commune>empty() : destinations.commune(visit, form.commune());
        return chosen.map(commune -> new CheckoutPage.Where(commune, List.of(), List.of(), List.of()))
                .switchIfEmpty(Mono.defer(() -> choices(visit, form)));
    }

    private Mono<CheckoutPage.Where> choices(Visit visit, CheckoutForm form) {
        var found = form.typed().isEmpty() ? Mono.just(List.<Commune>of()) : destinations.find(visit, form.typed());
        var listed = form.province().isEmpty()
                ? Mono.just(List.<Place>of())
                : destinations.communesOf(visit, form.province());
        return Mono.zip(found, destinations.provinces(visit), listed)
                .map(all -> new CheckoutPage.Where(null, all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<CheckoutPage> priced(
            Visit visit, CheckoutForm form, CheckoutPage.Where where, Cart cart, CheckoutProblems problems) {
        var commune = where.commune();
        if (commune == null || !cart.orderable()) {
            return Mono.just(CheckoutPage.of(visit, form.withCommune(""), where, null, cart, problems));
        }
        return api.post(
                        visit.caller(),
                        ApiAddress.of("/api/v1/quotes"),
                        form.method().isEmpty()
                                ? Map.of("communeCode", commune.code(), "services", form.services())
                                : Map.of(
                                        "communeCode",
                                        commune.code(),
                                        "services",
                                        form.services(),
                                        "paymentMethod",
                                        form.method()),
                        Quote.class)
                .map(quote -> CheckoutPage.of(visit, form, where, quote, cart, problems))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> Mono.just(CheckoutPage.of(
                                visit, form, where, null, cart, CheckoutProblems.of((ApiProblem) why))));
    }

    Mono<OrderGroup> place(Visit visit, CheckoutForm form) {
        return api.postOnce(
                visit.caller(), ApiAddress.of("/api/v1/order-groups"), form.key(), form.order(), OrderGroup.class);
    }
}
