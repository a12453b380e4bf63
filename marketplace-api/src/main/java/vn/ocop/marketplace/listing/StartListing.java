package vn.ocop.marketplace.listing;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.shop.ShopProblem;

/** Begins a draft for someone who works for its shop, with as little or as much as they have said so far. */
@Service
public class StartListing {

    private final ListingRepository listings;
    private final SaveListing saveListing;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    StartListing(
            ListingRepository listings,
            SaveListing saveListing,
            ShopDirectory shops,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.listings = listings;
        this.saveListing = saveListing;
        this.shops = shops;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Mono<SavedListing> start(UUID shopId, ListingChange content, Caller seller, String idempotencyKey) {
        return Mono.fromRunnable(
                        () -> seller.mustBeAllowed(Permission.SHOP_LISTINGS, shopId.toString(), ShopProblem.NOT_FOUND))
                .then(Mono.defer(() -> shops.find(shopId)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .doOnNext(StartListing::mustNotBeClosed)
                .flatMap(shop -> once(shop, content, seller, idempotencyKey));
    }

    /** A shop may prepare its shelf before it is open. */
    private static void mustNotBeClosed(Shop shop) {
        if (shop.status() == Shop.Status.CLOSED) {
            throw new ProblemException(ShopProblem.NOT_OPEN);
        }
    }

    private Mono<SavedListing> once(Shop shop, ListingChange content, Caller seller, String idempotencyKey) {
        var request = new Idempotency.Request(seller.id(), idempotencyKey, content);
        return idempotency
                .once(
                        request,
                        SavedListing.class,
                        () -> start(shop, content, seller.id())
                                .delayUntil(saved -> audit.recordOnBehalf(
                                        seller,
                                        Act.of("listing.started", Act.Owner.shop(shop.id()))
                                                .on(saved.id()))))
                .as(transaction::transactional);
    }

    private Mono<SavedListing> start(Shop shop, ListingChange content, UUID seller) {
        return listings.insert(shop, Slugs.of(""))
                .flatMap(listings::find)
                .flatMap(blank -> saveListing.save(blank, content, shop, new SaveListing.Reason(seller, "")));
    }
}
