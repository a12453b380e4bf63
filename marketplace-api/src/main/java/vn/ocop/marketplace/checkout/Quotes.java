package vn.ocop.marketplace.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.campaign.Claim;
import vn.ocop.marketplace.payment.campaign.Priced;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.payment.campaign.Shopper;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.ScheduledJob;
import vn.ocop.marketplace.shipment.network.DeliveryRates;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** Prices a cart for a destination, and hands the quote to the order that takes it. */
@Service
public class Quotes implements ScheduledJob {

    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final Carts carts;
    private final QuoteRepository quotes;
    private final DeliveryRates rates;
    private final CartOffers offers;
    private final Territory territory;
    private final Clock clock;

    Quotes(
            Carts carts,
            QuoteRepository quotes,
            DeliveryRates rates,
            CartOffers offers,
            Territory territory,
            Clock clock) {
        this.carts = carts;
        this.quotes = quotes;
        this.rates = rates;
        this.offers = offers;
        this.territory = territory;
        this.clock = clock;
    }

    /** A quote for what can be ordered of the cart, beside the cart it was made from, which tells what cannot. */
    public record Quoted(
            Quote quote, Cart cart, Commune destination, Map<UUID, List<DeliveryRates.Offer>> ways, Priced offers) {}

    /**
     * What is known of the purchase besides the cart.
     *
     * @param services how each shop's parcel is to come, where the buyer has said so
     * @param method how it is going to be paid; some offers depend on it
     */
    public record Wish(
            String communeCode,
            Map<UUID, String> services,
            @Nullable PaymentMethod method) {}

    public Mono<Quoted> quote(UUID buyer, Wish wish) {
        var destination = territory
                .commune(wish.communeCode())
                .orElseThrow(() -> new ProblemException(CheckoutProblem.UNKNOWN_COMMUNE, wish.communeCode()));
        return Mono.zip(carts.of(buyer), rates.tariff(), (cart, tariff) -> sent(cart, tariff, destination, wish))
                .flatMap(sent -> offers.of(
                                buyer, sent.cart(), Quoting.deliveries(sent.parcels()), offerWish(wish, destination))
                        .doOnNext(offered -> mustBeFree(sent.cart(), offered.claim()))
                        .map(offered -> quoted(buyer, sent, offered)))
                .delayUntil(quoted -> quotes.add(quoted.quote(), clock.instant()));
    }

    private record Sent(Cart cart, Commune to, List<Quoting.Parcel> parcels) {}

    private static Sent sent(Cart cart, DeliveryRates.Tariff tariff, Commune to, Wish wish) {
        var parcels = Quoting.parcels(cart, tariff, to, wish.services());
        if (parcels.isEmpty()) {
            throw new ProblemException(CheckoutProblem.CART_EMPTY);
        }
        return new Sent(cart, to, parcels);
    }

    /** What is kept for an offer is sold by it only. */
    private static void mustBeFree(Cart cart, Claim claim) {
        for (var line : cart.lines()) {
            var variant = line.variant();
            int promised = claim.promisedOf(variant.variantId());
            int most = variant.stock() - variant.setAside() + Math.min(variant.setAside(), promised);
            if (line.problem() == null && line.quantity() > most) {
                throw new ProblemException(
                        CheckoutProblem.SET_ASIDE, variant.title().vi(), most, variant.setAside());
            }
        }
    }

    private static Promotions.Wish offerWish(Wish wish, Commune destination) {
        var method = wish.method();
        return new Promotions.Wish(
                new Shopper.Place(destination.province().code(), destination.code()),
                method == null ? null : method.name());
    }

    private Quoted quoted(UUID buyer, Sent sent, Promotions.Offered offered) {
        var quote = new Quote(
                UUID.randomUUID(),
                buyer,
                sent.to().code(),
                Quoting.withOffers(Quoting.terms(sent.parcels()), offered),
                clock.instant().plus(GOOD_FOR));
        return new Quoted(quote, sent.cart(), sent.to(), Quoting.ways(sent.parcels()), offered.priced());
    }

    /** Uses a quote up, inside the order's transaction; refuses one that is not the buyer's, is gone or too old. */
    public Mono<Quote> redeem(UUID id, UUID buyer) {
        return quotes.take(id, buyer)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CheckoutProblem.QUOTE_NOT_FOUND)))
                .doOnNext(quote -> {
                    if (quote.expiresAt().isBefore(clock.instant())) {
                        throw new ProblemException(CheckoutProblem.QUOTE_EXPIRED);
                    }
                });
    }

    @Override
    public String name() {
        return "checkout.remove-expired-quotes";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Void> run() {
        return quotes.removeExpired(clock.instant().minus(GOOD_FOR)).then();
    }
}
