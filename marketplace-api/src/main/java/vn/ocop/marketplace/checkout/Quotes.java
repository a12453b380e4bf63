package vn.ocop.marketplace.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.ScheduledJob;
import vn.ocop.marketplace.shipment.DeliveryRates;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** Prices a cart for a destination, and hands the quote to the order that takes it. */
@Service
public class Quotes implements ScheduledJob {

    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final Carts carts;
    private final QuoteRepository quotes;
    private final DeliveryRates rates;
    private final Territory territory;
    private final Clock clock;

    Quotes(Carts carts, QuoteRepository quotes, DeliveryRates rates, Territory territory, Clock clock) {
        this.carts = carts;
        this.quotes = quotes;
        this.rates = rates;
        this.territory = territory;
        this.clock = clock;
    }

    /** A quote for what can be ordered of the cart, beside the cart it was made from, which tells what cannot. */
    public record Quoted(Quote quote, Cart cart, Commune destination, Map<UUID, List<DeliveryRates.Offer>> offers) {}

    /** @param services how each shop's parcel is to come, where the buyer has said so */
    public Mono<Quoted> quote(UUID buyer, String communeCode, Map<UUID, String> services) {
        var destination = territory
                .commune(communeCode)
                .orElseThrow(() -> new ProblemException(CheckoutProblem.UNKNOWN_COMMUNE, communeCode));
        return Mono.zip(
                        carts.of(buyer),
                        rates.tariff(),
                        (cart, tariff) -> quoted(buyer, cart, new Quoting.Way(tariff, destination, services)))
                .delayUntil(quoted -> quotes.add(quoted.quote(), clock.instant()));
    }

    private Quoted quoted(UUID buyer, Cart cart, Quoting.Way way) {
        return new Quoted(priced(buyer, cart, way), cart, way.to(), Quoting.offers(cart, way));
    }

    private Quote priced(UUID buyer, Cart cart, Quoting.Way way) {
        var terms = Quoting.terms(cart, way);
        if (terms.shops().isEmpty()) {
            throw new ProblemException(CheckoutProblem.CART_EMPTY);
        }
        return new Quote(
                UUID.randomUUID(),
                buyer,
                way.to().code(),
                terms,
                clock.instant().plus(GOOD_FOR));
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
