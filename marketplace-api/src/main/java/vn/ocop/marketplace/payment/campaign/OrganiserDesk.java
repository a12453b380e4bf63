package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Where programmes are made and run: by the platform ({@code *}) or a province, each its own. What an organiser offers
 * counts at once unless a shop bears it, which is asked first; what shops propose waits for their word. Nobody is
 * allowed what the law does not allow.
 */
@Service
public class OrganiserDesk {

    private final OfferDeskRepository desk;
    private final LegalityGuard guard;
    private final OwnGoods own;
    private final OfferQueries queries;
    private final ActiveOffers active;
    private final VariantCatalogue catalogue;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    OrganiserDesk(
            OfferDeskRepository desk,
            LegalityGuard guard,
            OwnGoods own,
            OfferQueries queries,
            ActiveOffers active,
            VariantCatalogue catalogue,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.own = own;
        this.queries = queries;
        this.active = active;
        this.catalogue = catalogue;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A campaign as its desk shows it. */
    public record Campaign(
            UUID id,
            String programme,
            String code,
            LocalizedText name,
            String ownerKind,
            String ownerScope,
            String organiser,
            String status,
            boolean openToShops,
            Instant startsAt,
            Instant endsAt,
            boolean concentrated,
            long waiting,
            long running) {

        static Campaign of(OfferDeskRepository.Campaign kept) {
            return new Campaign(
                    kept.id(),
                    kept.programme(),
                    kept.code(),
                    kept.name(),
                    kept.ownerKind(),
                    kept.ownerScope(),
                    kept.organiser(),
                    kept.status(),
                    kept.openToShops(),
                    kept.startsAt(),
                    kept.endsAt(),
                    kept.concentrated(),
                    kept.waiting(),
                    kept.running());
        }
    }

    /**
     * A programme as its desk shows it.
     *
     * @param own whether the organiser may open and stop it; a province joins those of the platform
     */
    public record Programme(
            String code,
            LocalizedText name,
            Instant startsAt,
            Instant endsAt,
            @Nullable String decisionNo,
            String status,
            boolean own) {}

    /** An offer with its standing before the desk. */
    public record Listed(
            Offer offer,
            UUID campaign,
            String status,
            @Nullable String refusal) {

        static Listed of(OfferDeskRepository.Kept kept) {
            return new Listed(kept.offer(), kept.campaign(), kept.status(), kept.refusal());
        }
    }

    /** A programme to be opened; {@code copyFrom} brings the campaigns and offers of another, moved to its dates. */
    public record ProgrammeWish(
            String code,
            LocalizedText name,
            LocalizedText theme,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable String decisionNo,
            @Nullable String decidedBy,
            @Nullable String copyFrom) {}

    /** A campaign under one of the organiser's programmes, or a province's own under the platform's. */
    public record CampaignWish(
            String programme,
            String code,
            LocalizedText name,
            String ownerKind,
            String ownerScope,
            String organiser,
            boolean openToShops) {}

    /** What is to become of offers. */
    public enum Verdict {
        APPROVE("APPROVED"),
        REFUSE("REFUSED"),
        PAUSE("PAUSED");

        private final String status;

        Verdict(String status) {
            this.status = status;
        }
    }

    private record Made(UUID id) {}

    public Mono<List<Programme>> programmes(String scope, Caller caller) {
        mustRun(scope, caller);
        return desk.programmesOf(scope).collectList();
    }

    public Mono<List<Campaign>> campaigns(String scope, Caller caller) {
        mustRun(scope, caller);
        return desk.campaignsOf(scope).map(Campaign::of).collectList();
    }

    public Mono<List<Listed>> offers(String scope, @Nullable String status, Caller caller) {
        mustRun(scope, caller);
        return desk.offersOf(scope, status, 500).map(Listed::of).collectList();
    }

    public Mono<UUID> open(String scope, ProgrammeWish wish, String key, Caller caller) {
        mustRun(scope, caller);
        return idempotency
                .once(new Idempotency.Request(caller.id(), key, wish), Made.class, () -> made(scope, wish, caller))
                .as(transaction::transactional)
                .map(Made::id);
    }

    private Mono<Made> made(String scope, ProgrammeWish wish, Caller caller) {
        var now = clock.instant();
        var programme = new OfferDeskRepository.NewProgramme(
                wish.code(),
                wish.name(),
                wish.theme(),
                scope,
                wish.startsAt(),
                wish.endsAt(),
                wish.peakFrom(),
                wish.peakTo(),
                wish.decisionNo(),
                wish.decidedBy());
        return desk.add(programme, now)
                .delayUntil(id -> copied(id, wish, now))
                .delayUntil(id -> audit.record(
                        caller, act("campaign.programme-made", scope).on(id)))
                .map(Made::new);
    }

    private Mono<Void> copied(UUID id, ProgrammeWish wish, Instant now) {
        var from = wish.copyFrom();
        return from == null
                ? Mono.empty()
                : queries.programme(from)
                        .flatMap(source -> desk.copy(
                                from,
                                id,
                                id.toString().substring(30),
                                Duration.between(source.startsAt(), wish.startsAt()),
                                now));
    }

    /** Opens a programme to the public, or stops it at once. */
    public Mono<Void> state(String scope, String programme, boolean open, Caller caller) {
        mustRun(scope, caller);
        return desk.programmeState(programme, scope, open ? "OPEN" : "PAUSED", clock.instant())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .then(Mono.defer(() -> audit.record(
                        caller,
                        act(open ? "campaign.programme-opened" : "campaign.programme-paused", scope)
                                .on(programme))))
                .as(transaction::transactional);
    }

    public Mono<UUID> add(String scope, CampaignWish wish, String key, Caller caller) {
        mustRun(scope, caller);
        if (!scope.equals("*") && !wish.ownerKind().equals("PROVINCE")) {
            throw new ProblemException(CampaignProblem.NOT_FOUND);
        }
        var campaign = new OfferDeskRepository.NewCampaign(
                wish.programme(),
                wish.code(),
                wish.name(),
                wish.ownerKind(),
                wish.ownerScope(),
                wish.organiser(),
                wish.openToShops());
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, wish),
                        Made.class,
                        () -> desk.add(campaign, scope, clock.instant())
                                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                                .delayUntil(id -> audit.record(
                                        caller,
                                        act("campaign.campaign-made", scope).on(id)))
                                .map(Made::new))
                .as(transaction::transactional)
                .map(Made::id);
    }

    private record OfferWish(UUID campaign, OfferDraft draft) {}

    /**
     * The organiser's own offer: public at once, if the law allows it. What a shop bears, wholly or in part, is that
     * shop's to accept first.
     */
    public Mono<UUID> add(String scope, UUID campaign, OfferDraft draft, String key, Language language, Caller caller) {
        mustRun(scope, caller);
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, new OfferWish(campaign, draft)),
                        Made.class,
                        () -> offered(scope, campaign, draft, language, caller))
                .as(transaction::transactional)
                .map(Made::id);
    }

    private Mono<Made> offered(String scope, UUID campaign, OfferDraft draft, Language language, Caller caller) {
        var now = clock.instant();
        boolean shopBears = SellerBorne.sellerShare(draft) > 0;
        return desk.campaign(campaign)
                .filter(found -> found.belongsTo(scope))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .doOnNext(found -> draft.mustFit(found.startsAt(), found.endsAt(), now))
                .delayUntil(found -> own.check(draft, shopBears))
                .delayUntil(found -> guard.check(draft, found.concentrated(), language))
                .flatMap(found -> desk.add(draft, campaign, shopBears ? "INVITED" : "APPROVED", caller.id(), now))
                .delayUntil(id ->
                        audit.record(caller, act("campaign.offer-made", scope).on(id)))
                .map(Made::new);
    }

    /** Many at once: those that are the organiser's and may take the step; answers how many did. */
    public Mono<Integer> decide(
            String scope,
            List<UUID> offers,
            Verdict verdict,
            @Nullable String reason,
            Language language,
            Caller caller) {
        mustRun(scope, caller);
        return desk.lock(offers, scope)
                .filter(kept -> FROM.getOrDefault(verdict, Set.of()).contains(kept.status()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                // One after the other: what the one takes off counts with the next.
                .concatMap(kept -> decided(kept, verdict, reason, language, caller)
                        .then(audit.record(
                                caller,
                                act("campaign.offer-decided", scope)
                                        .on(kept.offer().id())
                                        .with("verdict", verdict.name())
                                        .because(reason)))
                        .thenReturn(kept))
                .count()
                .map(Math::toIntExact)
                .as(transaction::transactional);
    }

    private Mono<Void> decided(
            OfferDeskRepository.Kept kept, Verdict verdict, @Nullable String reason, Language language, Caller caller) {
        var lawful = verdict == Verdict.APPROVE
                ? guard.check(OfferDraft.of(kept.offer()), kept.concentrated(), language)
                : Mono.<Void>empty();
        return lawful.then(
                Mono.defer(() -> desk.decide(kept.offer().id(), verdict.status, reason, caller.id(), clock.instant())));
    }

    /** From where each step leads. */
    private static final Map<Verdict, Set<String>> FROM = Map.of(
            Verdict.APPROVE, Set.of("PROPOSED", "PAUSED"),
            Verdict.REFUSE, Set.of("PROPOSED", "INVITED"),
            Verdict.PAUSE, Set.of("APPROVED"));

    /** A purchase as somebody might make it at some moment. */
    public record Preview(
            Instant at,
            boolean known,
            boolean newConsumer,
            Shopper.Place place,
            @Nullable String method,
            @Nullable String team,
            Map<UUID, Integer> pieces) {}

    /** What the offers in memory would make of it; nothing is read of anybody and nothing is claimed. */
    public Mono<Priced> preview(String scope, Preview wish, Caller caller) {
        mustRun(scope, caller);
        return Mono.zip(
                catalogue.find(wish.pieces().keySet()).collectList(), active.snapshot(), (variants, snapshot) -> {
                    var lines = variants.stream()
                            .map(variant -> queries.line(variant, wish.pieces().getOrDefault(variant.variantId(), 1)))
                            .toList();
                    return Pricing.price(
                            new Basket(lines, List.of()).lawful(snapshot.barred()),
                            shopper(wish),
                            snapshot.offers(),
                            snapshot.left(),
                            wish.at());
                });
    }

    private static Shopper shopper(Preview wish) {
        return new Shopper(
                wish.known(),
                wish.newConsumer() ? Map.of() : Map.of("CARD", Instant.EPOCH),
                Map.of(),
                Set.of(),
                wish.place(),
                wish.team(),
                wish.method());
    }

    static void mustRun(String scope, Caller caller) {
        caller.mustBeAllowed(
                scope.equals("*") ? Permission.PLATFORM_CAMPAIGNS : Permission.PROVINCE_CAMPAIGNS,
                scope,
                CampaignProblem.NOT_FOUND);
    }

    static Act act(String action, String scope) {
        return scope.equals("*")
                ? Act.of(action, Act.Owner.platform())
                : Act.of(action, Act.Owner.province(scope)).in(scope);
    }
}
