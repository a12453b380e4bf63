package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.shop.ShopProblem;

/**
 * Sends every draft of a shop to the officers at one word, as after a sheet of hundreds. It goes on by itself batch by
 * batch; a step that is done twice counts once, because what was submitted is no draft any more.
 */
@Service
public class SubmitDrafts implements OutboxHandler<SubmitDrafts.Step> {

    private static final String TYPE = "listing.submit-drafts";
    private static final int BATCH = 50;

    private final SubmissionRepository repository;
    private final ReviseListing reviseListing;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    SubmitDrafts(
            SubmissionRepository repository,
            ReviseListing reviseListing,
            ShopDirectory shops,
            Idempotency idempotency,
            Outbox outbox,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.reviseListing = reviseListing;
        this.shops = shops;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The next batch. */
    public record Step() {}

    public Mono<DraftSubmission> start(UUID shop, Caller seller, String idempotencyKey) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
        if (seller.onlyByMandate(Permission.SHOP_LISTINGS, shop.toString())) {
            return Mono.error(new ProblemException(AccountProblem.OWNER_DECIDES));
        }
        return shops.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .flatMap(found -> once(shop, seller, idempotencyKey));
    }

    private Mono<DraftSubmission> once(UUID shop, Caller seller, String idempotencyKey) {
        return idempotency
                .once(
                        new Idempotency.Request(seller.id(), idempotencyKey, shop),
                        UUID.class,
                        () -> started(shop, seller))
                .as(transaction::transactional)
                .flatMap(repository::find)
                .map(SubmissionRepository.Running::submission);
    }

    private Mono<UUID> started(UUID shop, Caller seller) {
        return repository
                .insert(shop, seller.id())
                .delayUntil(id -> outbox.append(TYPE, id, new Step()))
                .delayUntil(id -> audit.recordOnBehalf(
                        seller,
                        Act.of("listing.drafts-submitted", Act.Owner.shop(shop)).on(id)));
    }

    public Mono<DraftSubmission> progress(UUID shop, UUID id, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
        return repository
                .find(id)
                .map(SubmissionRepository.Running::submission)
                .filter(submission -> submission.shop().equals(shop))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Step> payloadType() {
        return Step.class;
    }

    @Override
    public Mono<Void> handle(UUID id, Step step) {
        return repository
                .find(id)
                .filter(running -> !running.submission().finished())
                .flatMap(running -> repository
                        .drafts(running.submission().shop(), running.lastId(), BATCH)
                        .collectList()
                        .flatMap(drafts -> drafts.isEmpty() ? repository.finish(id) : batch(running, drafts)));
    }

    private Mono<Void> batch(SubmissionRepository.Running running, List<SubmissionRepository.Draft> drafts) {
        return Flux.fromIterable(drafts)
                .concatMap(draft -> submit(draft, running.actor()))
                .collectList()
                .map(went -> new SubmissionRepository.Batch(
                        (int) went.stream().filter(done -> done).count(),
                        (int) went.stream().filter(done -> !done).count(),
                        drafts.getLast().id()))
                .flatMap(batch -> repository
                        .advance(running, batch)
                        .filter(first -> first)
                        .flatMap(first ->
                                outbox.append(TYPE, running.submission().id(), new Step()))
                        .as(transaction::transactional));
    }

    /** Each in a transaction of its own: one that lacks something keeps nothing from the others. */
    Mono<Boolean> submit(SubmissionRepository.Draft draft, UUID actor) {
        return reviseListing
                .reviseFor(actor, draft.id(), draft.revision(), ListingChange.to(ListingStatus.IN_REVIEW))
                .map(saved -> true)
                .onErrorResume(ProblemException.class, lacking -> Mono.just(false));
    }
}
