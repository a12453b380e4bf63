package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** A shop takes part: proposes offers on its own goods, at its own cost, and takes them back. */
@Service
public class ShopPromotions {

    private final OfferDeskRepository desk;
    private final LegalityGuard guard;
    private final VariantCatalogue catalogue;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ShopPromotions(
            OfferDeskRepository desk,
            LegalityGuard guard,
            VariantCatalogue catalogue,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.catalogue = catalogue;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a shop may take part in, and what it offers. */
    public record Standing(List<OrganiserDesk.Campaign> campaigns, List<OrganiserDesk.Listed> offers) {}

    public Mono<Standing> standing(UUID shop, Caller seller) {
        mustSell(shop, seller);
        return Mono.zip(
                desk.openToShops(clock.instant())
                        .map(OrganiserDesk.Campaign::of)
                        .collectList(),
                desk.offersOfShop(shop).map(OrganiserDesk.Listed::of).collectList(),
                Standing::new);
    }

    /**
     * What the law leaves of a choice's price.
     *
     * @param least the least it may be offered at
     */
    public record LegalPrice(UUID variantId, Vnd price, Vnd lowest, Vnd least) {}

    public Mono<List<LegalPrice>> legalPrices(UUID shop, UUID campaign, UUID listing, Caller seller) {
        mustSell(shop, seller);
        return open(campaign)
                .flatMap(found -> guard.bounds(List.of(listing), found.concentrated()))
                .map(bounds -> bounds.stream()
                        .filter(bound -> bound.variant().shopId().equals(shop))
                        .map(bound -> new LegalPrice(
                                bound.variant().variantId(),
                                bound.goods().before(),
                                bound.goods().lowest(),
                                bound.least()))
                        .toList());
    }

    private Mono<OfferDeskRepository.Campaign> open(UUID campaign) {
        return desk.campaign(campaign)
                .filter(found -> found.openToShops()
                        && found.status().equals("OPEN")
                        && found.endsAt().isAfter(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)));
    }

    private record Wish(UUID shop, UUID campaign, OfferDraft draft) {}

    private record Made(UUID id) {}

    /** Proposes an offer on the shop's own goods; the organiser approves it. */
    public Mono<UUID> propose(
            UUID shop, UUID campaign, OfferDraft draft, String key, Language language, Caller seller) {
        mustSell(shop, seller);
        return idempotency
                .once(
                        new Idempotency.Request(seller.id(), key, new Wish(shop, campaign, draft)),
                        Made.class,
                        () -> proposed(shop, campaign, draft, language, seller))
                .as(transaction::transactional)
                .map(Made::id);
    }

    private Mono<Made> proposed(UUID shop, UUID campaign, OfferDraft draft, Language language, Caller seller) {
        var now = clock.instant();
        return open(campaign)
                .doOnNext(found -> draft.mustFit(found.startsAt(), found.endsAt(), now))
                .delayUntil(found -> mustOwn(shop, draft))
                .delayUntil(found -> guard.check(draft, found.concentrated(), language))
                .flatMap(found -> desk.add(draft, campaign, false, seller.id(), now))
                .delayUntil(id -> audit.record(
                        seller,
                        Act.of("campaign.offer-proposed", Act.Owner.shop(shop)).on(id)))
                .map(Made::new);
    }

    private Mono<Void> mustOwn(UUID shop, OfferDraft draft) {
        return catalogue
                .ofListings(draft.listings())
                .map(SellableVariant::shopId)
                .filter(owner -> !owner.equals(shop))
                .hasElements()
                .doOnNext(others -> {
                    if (others || !shop.equals(draft.shop())) {
                        throw new ProblemException(
                                CampaignProblem.BAD_OFFER,
                                List.of(new FieldProblem("listings", "campaign.field.listing")));
                    }
                })
                .then();
    }

    /** Ends an offer of the shop's own at once; what was ordered meanwhile stays as it was. */
    public Mono<Void> withdraw(UUID shop, UUID offer, Caller seller) {
        mustSell(shop, seller);
        return desk.withdraw(offer, shop, seller.id(), clock.instant())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .then(Mono.defer(() -> audit.record(
                        seller,
                        Act.of("campaign.offer-withdrawn", Act.Owner.shop(shop)).on(offer))))
                .as(transaction::transactional);
    }

    private static void mustSell(UUID shop, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), CampaignProblem.NOT_FOUND);
    }
}
