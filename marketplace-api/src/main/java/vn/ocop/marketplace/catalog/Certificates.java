package vn.ocop.marketplace.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.shop.ShopProblem;
import vn.ocop.marketplace.territory.TerritoryProblem;

/** Certificates from their seller's claim to an officer's word, and for everyone to look up. */
@Service
public class Certificates {

    private static final int MOST_OF_A_SHOP = 500;

    private final CertificateRepository repository;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Certificates(
            CertificateRepository repository,
            ShopDirectory shops,
            Idempotency idempotency,
            Outbox outbox,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.repository = repository;
        this.shops = shops;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A certificate with its shop, and others that carry its number. */
    public record Assessed(
            Certificate certificate, @Nullable Shop shop, List<Certificate> sameNumber) {}

    /** The seller claims a certificate; it waits for an officer of the shop's province. */
    public Mono<Certificate> submit(UUID shopId, Certificate.Claim claim, Caller seller, String idempotencyKey) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shopId.toString(), ShopProblem.NOT_FOUND);
        mustBePossible(claim);
        var request = new Idempotency.Request(seller.id(), idempotencyKey, claim);
        return shops.find(shopId)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .flatMap(shop -> idempotency
                        .once(request, Certificate.class, () -> insert(shop, claim, seller))
                        .as(transaction::transactional));
    }

    private Mono<Certificate> insert(Shop shop, Certificate.Claim claim, Caller seller) {
        return repository
                .insert(shop.id(), claim)
                .delayUntil(submitted -> repository.remember(submitted.id(), seller.id(), "SUBMITTED", ""));
    }

    /** Mends a claim nobody has verified; it waits anew. */
    public Mono<Certificate> correct(UUID shopId, UUID id, long version, Certificate.Claim claim, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shopId.toString(), ShopProblem.NOT_FOUND);
        mustBePossible(claim);
        return repository
                .find(id)
                .filter(certificate -> certificate.shopId().equals(shopId))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.NOT_FOUND)))
                .doOnNext(certificate -> mustBe(version, certificate))
                .filter(Certificate::editable)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.ILLEGAL_DECISION)))
                .flatMap(certificate -> repository.update(certificate, claim))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.STALE)))
                .delayUntil(submitted -> repository.remember(submitted.id(), seller.id(), "SUBMITTED", ""))
                .as(transaction::transactional);
    }

    private void mustBePossible(Certificate.Claim claim) {
        var problems = claim.problems(BusinessTime.today(clock));
        if (!problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, problems);
        }
    }

    private static void mustBe(long version, Certificate certificate) {
        if (certificate.version() != version) {
            throw new ProblemException(CertificateProblem.STALE);
        }
    }

    public Mono<List<Certificate>> ofShop(UUID shopId, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shopId.toString(), ShopProblem.NOT_FOUND);
        return repository.ofShop(shopId, MOST_OF_A_SHOP).collectList();
    }

    /** What waits in a province, or what was decided there. */
    public Mono<Page<Assessed>> inProvince(
            String province, Certificate.Status status, int limit, @Nullable String after, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_CERTIFICATES, province, TerritoryProblem.PROVINCE_NOT_FOUND);
        return repository
                .inProvince(province, status, after == null ? null : Cursor.decode(after), limit + 1)
                .concatMap(waiting -> assess(waiting.certificate())
                        .map(assessed -> new Queued(
                                assessed,
                                new Cursor(
                                        waiting.submittedAt(),
                                        waiting.certificate().id()))))
                .collectList()
                .map(found ->
                        Page.of(found, limit, last -> last.cursor().encode()).map(Queued::assessed));
    }

    private record Queued(Assessed assessed, Cursor cursor) {}

    private Mono<Assessed> assess(Certificate certificate) {
        return Mono.zip(
                shops.findAll(List.of(certificate.shopId())),
                repository.sameNumber(certificate).collectList(),
                (found, same) -> new Assessed(certificate, found.get(certificate.shopId()), same));
    }

    /** An officer of the shop's province decides, if it is still as they saw it. */
    public Mono<Certificate> decide(UUID id, long version, CertificateVerdict verdict, Caller officer) {
        return repository
                .find(id)
                .flatMap(this::assess)
                .flatMap(assessed -> ofOfficer(assessed, officer))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.NOT_FOUND)))
                .doOnNext(found -> mustNotBeOwn(found.certificate(), officer))
                .doOnNext(found -> mustBe(version, found.certificate()))
                .flatMap(found -> decided(found, verdict, officer))
                .as(transaction::transactional);
    }

    private record InProvince(Certificate certificate, String province) {}

    private static Mono<InProvince> ofOfficer(Assessed assessed, Caller officer) {
        var shop = assessed.shop();
        return shop == null || !officer.may(Permission.PROVINCE_CERTIFICATES, shop.provinceCode())
                ? Mono.empty()
                : Mono.just(new InProvince(assessed.certificate(), shop.provinceCode()));
    }

    private Mono<Certificate> decided(InProvince found, CertificateVerdict verdict, Caller officer) {
        var id = found.certificate().id();
        var kind = verdict.kind().done();
        var act = Act.of(
                        "certificate." + kind.toLowerCase(Locale.ROOT),
                        Act.Owner.shop(found.certificate().shopId()))
                .in(found.province())
                .on(id)
                .because(verdict.reason().isBlank() ? null : verdict.reason());
        return repository
                .decide(verdict.on(found.certificate(), BusinessTime.today(clock)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.STALE)))
                .delayUntil(after -> repository.remember(id, officer.id(), kind, verdict.reason()))
                .delayUntil(after -> outbox.append(CertificateChanged.TYPE, id, new CertificateChanged(id)))
                .delayUntil(after -> audit.record(officer, act));
    }

    private static void mustNotBeOwn(Certificate certificate, Caller officer) {
        if (officer.belongsTo(Membership.Kind.SHOP, certificate.shopId().toString())) {
            throw new ProblemException(CertificateProblem.OWN_CASE);
        }
    }

    /** For everyone: only what an officer has verified is there. */
    public Mono<Assessed> published(UUID id) {
        return repository
                .find(id)
                .filter(certificate -> certificate.status() == Certificate.Status.VERIFIED)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.NOT_FOUND)))
                .flatMap(certificate -> shops.findAll(List.of(certificate.shopId()))
                        .map(found -> new Assessed(certificate, found.get(certificate.shopId()), List.of())));
    }
}
