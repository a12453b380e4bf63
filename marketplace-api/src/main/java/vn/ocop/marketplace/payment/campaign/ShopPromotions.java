package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/** A shop takes part: proposes offers on its own goods, at its own cost, and takes them back. */
@Service
public class ShopPromotions {

    private final OfferDeskRepository desk;
    private final LegalityGuard guard;
    private final OwnGoods own;
    private final CampaignInvitationRepository invitations;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ShopPromotions(
            OfferDeskRepository desk,
            LegalityGuard guard,
            OwnGoods own,
            CampaignInvitationRepository invitations,
            ShopDirectory shops,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.own = own;
        this.invitations = invitations;
        this.shops = shops;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a shop may take part in, what it offers, what it was asked, and where it may run a campaign of its own. */
    public record Standing(
            List<OrganiserDesk.Campaign> campaigns,
            List<OrganiserDesk.Listed> offers,
            List<CampaignInvitations.ToShop> invitations,
            List<OrganiserDesk.Programme> programmes) {}

    public Mono<Standing> standing(UUID shop, Caller seller) {
        mustSell(shop, seller);
        return Mono.zip(
                        desk.openTo(shop, clock.instant())
                                .map(OrganiserDesk.Campaign::of)
                                .collectList(),
                        desk.offersOfShop(shop).map(OrganiserDesk.Listed::of).collectList(),
                        invitations.ofShop(shop, clock.instant()).collectList(),
                        found(shop)
                                .flatMapMany(own -> desk.openProgrammes(own.provinceCode(), clock.instant()))
                                .collectList())
                .map(read -> new Standing(read.getT1(), read.getT2(), read.getT3(), read.getT4()));
    }

    private Mono<Shop> found(UUID shop) {
        return shops.find(shop).switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)));
    }

    private record OwnCampaign(UUID shop, String programme, String name) {}

    /**
     * Opens a campaign of the business's own, by its name, under a programme; what it offers there the programme's
     * organiser approves like all that shops propose.
     */
    public Mono<UUID> open(UUID shop, String programme, String name, String key, Caller seller) {
        mustSell(shop, seller);
        return idempotency
                .once(
                        new Idempotency.Request(seller.id(), key, new OwnCampaign(shop, programme, name)),
                        Made.class,
                        () -> opened(shop, programme, name, seller))
                .as(transaction::transactional)
                .map(Made::id);
    }

    private Mono<Made> opened(UUID shop, String programme, String name, Caller seller) {
        return found(shop)
                .filter(own -> own.status() == Shop.Status.OPEN)
                .flatMap(own -> desk.add(
                        programme,
                        "gian-hang-" + UUID.randomUUID().toString().substring(0, 13),
                        name,
                        shop,
                        own.provinceCode(),
                        own.name(),
                        clock.instant()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .delayUntil(id -> audit.record(
                        seller,
                        Act.of("campaign.campaign-made", Act.Owner.shop(shop)).on(id)))
                .map(Made::new);
    }

    /**
     * What the law leaves of a choice's price.
     *
     * @param least the least it may be offered at
     */
    public record LegalPrice(UUID listingId, UUID variantId, Vnd price, Vnd lowest, Vnd least) {}

    public Mono<List<LegalPrice>> legalPrices(UUID shop, UUID campaign, List<UUID> listings, Caller seller) {
        mustSell(shop, seller);
        return open(campaign, shop)
                .flatMap(found -> guard.bounds(listings, found.concentrated()))
                .map(bounds -> bounds.stream()
                        .filter(bound -> bound.variant().shopId().equals(shop))
                        .map(bound -> new LegalPrice(
                                bound.variant().listingId(),
                                bound.variant().variantId(),
                                bound.goods().before(),
                                bound.goods().lowest(),
                                bound.least()))
                        .toList());
    }

    private Mono<OfferDeskRepository.Campaign> open(UUID campaign, UUID shop) {
        return desk.campaign(campaign)
                .filter(found -> found.status().equals("OPEN") && found.endsAt().isAfter(clock.instant()))
                .filterWhen(found -> found.openToShops() || found.isOf(shop)
                        ? Mono.just(true)
                        : invitations.accepted(campaign, shop))
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
        return open(campaign, shop)
                .doOnNext(found -> draft.mustFit(found.startsAt(), found.endsAt(), now))
                .delayUntil(found -> own.check(draft, true))
                .delayUntil(found -> guard.check(draft, found.concentrated(), language))
                .flatMap(found -> desk.add(draft, campaign, "PROPOSED", seller.id(), now))
                .delayUntil(id -> audit.record(
                        seller,
                        Act.of("campaign.offer-proposed", Act.Owner.shop(shop)).on(id)))
                .map(Made::new);
    }

    /** An organiser's offer that the shop would bear: it counts once the shop wants it, if it is lawful even then. */
    public Mono<Void> answer(
            UUID shop, UUID offer, boolean accept, @Nullable String reason, Language language, Caller seller) {
        mustSell(shop, seller);
        var now = clock.instant();
        return desk.lock(offer, shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .doOnNext(kept -> {
                    if (!kept.status().equals("INVITED")) {
                        throw new ProblemException(CampaignProblem.MOVED_ON);
                    }
                })
                .delayUntil(kept -> accept ? mayStand(kept, language, now) : Mono.empty())
                .then(Mono.defer(() ->
                        desk.decide(offer, accept ? "APPROVED" : "REFUSED", accept ? null : reason, seller.id(), now)))
                .then(Mono.defer(() -> audit.record(
                        seller,
                        Act.of("campaign.offer-answered", Act.Owner.shop(shop))
                                .on(offer)
                                .with("accepted", accept)
                                .because(reason))))
                .as(transaction::transactional);
    }

    private Mono<Void> mayStand(OfferDeskRepository.Kept kept, Language language, Instant now) {
        var draft = OfferDraft.of(kept.offer());
        draft.mustFit(draft.startsAt(), draft.endsAt(), now);
        return own.check(draft, true).then(Mono.defer(() -> guard.check(draft, kept.concentrated(), language)));
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
