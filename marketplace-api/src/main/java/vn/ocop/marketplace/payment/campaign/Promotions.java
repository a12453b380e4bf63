package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** What carts, quotes and orders do with offers. Claims and what becomes of them belong to the caller's transaction. */
@Service
public class Promotions {

    private final ActiveOffers offers;
    private final Shoppers shoppers;
    private final RedemptionRepository redemptions;
    private final Clock clock;

    Promotions(ActiveOffers offers, Shoppers shoppers, RedemptionRepository redemptions, Clock clock) {
        this.offers = offers;
        this.shoppers = shoppers;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /**
     * What a purchase says besides its goods.
     *
     * @param method how it is going to be paid, as far as that is known
     */
    public record Wish(Shopper.Place place, @Nullable String method) {

        public static final Wish NOTHING = new Wish(Shopper.Place.UNKNOWN, null);
    }

    /** A priced basket and what an order at that price has to claim. */
    public record Offered(Priced priced, Claim claim) {

        public static final Offered NOTHING = new Offered(Priced.NOTHING, Claim.NONE);
    }

    /** Prices a basket for somebody; who it is is only asked where an offer in force has to do with the basket. */
    public Mono<Offered> price(UUID buyer, Basket basket, Wish wish) {
        return offers.snapshot().flatMap(snapshot -> {
            var now = clock.instant();
            var running = snapshot.running(now);
            var lawful = basket.lawful(snapshot.barred());
            return Pricing.mayCount(running, lawful)
                    ? shoppers.find(buyer, wish).map(known -> {
                        var priced = Pricing.price(lawful, known.shopper(), running, snapshot.left(), now);
                        return new Offered(priced, Claim.of(lawful, priced, known.shopper(), known.phone()));
                    })
                    : Mono.just(Offered.NOTHING);
        });
    }

    /** Takes what a purchase uses, in its transaction; names every offer that is not there any more. */
    public Mono<Void> claim(UUID purchase, UUID buyer, Claim claim, Shopper.Place place) {
        return claim.uses().isEmpty()
                ? Mono.empty()
                : redemptions
                        .claim(purchase, buyer, claim, place, clock.instant())
                        .collectList()
                        .doOnNext(Promotions::mustBeEmpty)
                        .then();
    }

    private static void mustBeEmpty(List<RedemptionRepository.Refused> refused) {
        if (!refused.isEmpty()) {
            throw new ProblemException(
                    CampaignProblem.OFFERS_CHANGED,
                    refused.stream()
                            .map(one -> new FieldProblem(one.offer().toString(), "campaign.claim." + one.refusal()))
                            .toList());
        }
    }

    /** The purchase was paid, or one shop's part of it. */
    public Mono<Void> confirm(UUID purchase, @Nullable UUID shop) {
        return redemptions.confirm(purchase, shop, clock.instant());
    }

    /**
     * The purchase falls away, or one shop's part of it. To be called before stock is given back: see the lock order.
     */
    public Mono<Void> release(UUID purchase, @Nullable UUID shop) {
        return redemptions.release(purchase, shop, clock.instant());
    }

    /**
     * Goods came back, and with them what funders had paid the shop for them; to be called before stock is given back.
     */
    public Mono<Void> giveBack(UUID purchase, UUID shop, Map<String, Vnd> byFunder) {
        return byFunder.isEmpty() ? Mono.empty() : redemptions.giveBackShares(purchase, shop, byFunder);
    }

    /** A purchase that had run out of time was paid after all; false when its offers have nothing left. */
    public Mono<Boolean> claimAgain(UUID purchase) {
        return redemptions.claimAgain(purchase, clock.instant());
    }

    /** Somebody has one shop's part of a purchase: no new digital consumer any more. */
    public Mono<Void> completed(UUID purchase, UUID shop, UUID buyer, String method) {
        return redemptions
                .confirm(purchase, shop, clock.instant())
                .then(Mono.defer(() -> shoppers.completed(buyer, method, clock.instant())));
    }
}
