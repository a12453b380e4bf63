package vn.ocop.marketplace.dossier;

import java.time.LocalDate;
import java.util.Collection;
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
import vn.ocop.marketplace.catalog.CertificateDirectory;
import vn.ocop.marketplace.catalog.CertificateProblem;
import vn.ocop.marketplace.media.PrivateDocuments;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.shop.ShopProblem;

/**
 * The papers a shop keeps, and those it puts to the claim of a certificate: what is in the vault is the shop's alone,
 * what goes with a claim the officers of its province may read too.
 */
@Service
public class Dossiers {

    private static final int MOST_PAPERS = 300;

    private final PaperRepository papers;
    private final PrivateDocuments documents;
    private final CertificateDirectory certificates;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    Dossiers(
            PaperRepository papers,
            PrivateDocuments documents,
            CertificateDirectory certificates,
            ShopDirectory shops,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.papers = papers;
        this.documents = documents;
        this.certificates = certificates;
        this.shops = shops;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A paper to be kept; its file was sent before. */
    public record NewPaper(
            Paper.Kind kind,
            String title,
            UUID document,
            @Nullable LocalDate validTo) {}

    private static void mustBeOwn(UUID shop, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
    }

    public Mono<List<Paper>> ofShop(UUID shop, Caller seller) {
        mustBeOwn(shop, seller);
        return papers.ofShop(shop, MOST_PAPERS).collectList();
    }

    public Mono<Paper> add(UUID shop, NewPaper paper, Caller seller, String idempotencyKey) {
        mustBeOwn(shop, seller);
        return shops.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .flatMap(found -> once(shop, paper, seller, idempotencyKey));
    }

    private Mono<Paper> once(UUID shop, NewPaper paper, Caller seller, String idempotencyKey) {
        return idempotency
                .once(
                        new Idempotency.Request(seller.id(), idempotencyKey, paper),
                        UUID.class,
                        () -> added(shop, paper, seller))
                .as(transaction::transactional)
                .flatMap(papers::find)
                .switchIfEmpty(Mono.error(() -> new ProblemException(DossierProblem.PAPER_NOT_FOUND)));
    }

    private Mono<UUID> added(UUID shop, NewPaper paper, Caller seller) {
        return papers.ofShop(shop, MOST_PAPERS)
                .count()
                .filter(many -> many < MOST_PAPERS)
                .switchIfEmpty(Mono.error(() -> new ProblemException(DossierProblem.FULL)))
                .then(Mono.defer(() -> documents.keep(paper.document(), seller.id())))
                .then(Mono.defer(() -> papers.insert(shop, paper, seller.id())))
                .delayUntil(id -> audit.recordOnBehalf(seller, act("paper-added", shop, id)));
    }

    private static Act act(String done, UUID shop, UUID paper) {
        return Act.of("dossier." + done, Act.Owner.shop(shop)).on(paper);
    }

    public Mono<Void> remove(UUID shop, UUID id, Caller seller) {
        mustBeOwn(shop, seller);
        return own(shop, id)
                .flatMap(paper -> papers.remove(id))
                .switchIfEmpty(Mono.error(() -> new ProblemException(DossierProblem.PAPER_IN_USE)))
                .flatMap(documents::drop)
                .then(Mono.defer(() -> audit.recordOnBehalf(seller, act("paper-removed", shop, id))))
                .as(transaction::transactional);
    }

    private Mono<Paper> own(UUID shop, UUID id) {
        return papers.find(id)
                .filter(paper -> paper.shop().equals(shop))
                .switchIfEmpty(Mono.error(() -> new ProblemException(DossierProblem.PAPER_NOT_FOUND)));
    }

    public Mono<PrivateDocuments.Opened> open(UUID shop, UUID id, Caller seller) {
        mustBeOwn(shop, seller);
        return own(shop, id).flatMap(paper -> documents.open(paper.document()));
    }

    /** Says which papers go with the claim of a certificate, all at once. */
    public Mono<List<Paper>> attach(UUID shop, UUID certificate, Collection<UUID> chosen, Caller seller) {
        mustBeOwn(shop, seller);
        return certificates
                .belongs(certificate, shop)
                .filter(belongs -> belongs)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.NOT_FOUND)))
                .flatMap(belongs -> papers.attach(certificate, shop, chosen)
                        .then(audit.recordOnBehalf(seller, act("papers-attached", shop, certificate)))
                        .as(transaction::transactional))
                .then(Mono.defer(() -> papers.attachedTo(certificate).collectList()));
    }

    /** What goes with a certificate of a shop, for its people and for the officers of its province. */
    public Mono<List<Paper>> attachedTo(UUID shop, UUID certificate, Caller reader) {
        return readable(shop, certificate, reader)
                .then(Mono.defer(() -> papers.attachedTo(certificate).collectList()));
    }

    public Mono<PrivateDocuments.Opened> openAttached(UUID shop, UUID certificate, UUID paper, Caller reader) {
        return attachedTo(shop, certificate, reader)
                .flatMapIterable(attached -> attached)
                .filter(attached -> attached.id().equals(paper))
                .next()
                .switchIfEmpty(Mono.error(() -> new ProblemException(DossierProblem.PAPER_NOT_FOUND)))
                .delayUntil(found -> audit.recordOnBehalf(reader, act("paper-read", shop, paper)))
                .flatMap(found -> documents.open(found.document()));
    }

    private Mono<Boolean> readable(UUID shopId, UUID certificate, Caller reader) {
        return shops.find(shopId)
                .filter(shop -> mayRead(shop, reader))
                .flatMap(shop -> certificates.belongs(certificate, shopId))
                .filter(belongs -> belongs)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CertificateProblem.NOT_FOUND)));
    }

    private static boolean mayRead(Shop shop, Caller reader) {
        return reader.may(Permission.SHOP_LISTINGS, shop.id().toString())
                || reader.may(Permission.PROVINCE_CERTIFICATES, shop.provinceCode());
    }
}
