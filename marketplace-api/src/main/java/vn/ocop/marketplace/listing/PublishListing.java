package vn.ocop.marketplace.listing;

import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.shop.ShopProblem;

/** Puts a new listing on sale for someone who works for its shop. */
@Service
public class PublishListing {

    private static final int LONGEST_READABLE_SLUG = 120;

    private final ListingRepository listings;
    private final ShopDirectory shops;
    private final Categories categories;
    private final FoldedWords words;
    private final Idempotency idempotency;
    private final TransactionalOperator transaction;

    PublishListing(
            ListingRepository listings,
            ShopDirectory shops,
            Categories categories,
            FoldedWords words,
            Idempotency idempotency,
            TransactionalOperator transaction) {
        this.listings = listings;
        this.shops = shops;
        this.categories = categories;
        this.words = words;
        this.idempotency = idempotency;
        this.transaction = transaction;
    }

    public Mono<SavedListing> publish(ListingDraft draft, Caller seller, String idempotencyKey) {
        return Mono.fromRunnable(() -> check(draft, seller))
                .then(Mono.defer(() -> shops.find(draft.shopId())))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.NOT_FOUND)))
                .doOnNext(PublishListing::mustBeOpen)
                .flatMap(shop -> publishOnce(draft, shop, new Idempotency.Request(seller.id(), idempotencyKey, draft)));
    }

    private void check(ListingDraft draft, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, draft.shopId().toString(), ShopProblem.NOT_FOUND);
        var problems = draft.problems(categories);
        if (!problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, problems);
        }
    }

    private static void mustBeOpen(Shop shop) {
        if (!shop.open()) {
            throw new ProblemException(ShopProblem.NOT_OPEN);
        }
    }

    private Mono<SavedListing> publishOnce(ListingDraft draft, Shop shop, Idempotency.Request request) {
        var folded = words.of(draft.title(), draft.categoryCode(), shop);
        return idempotency
                .once(
                        request,
                        SavedListing.class,
                        () -> listings.insert(draft, shop, slug(draft.title().vi()), folded))
                .as(transaction::transactional);
    }

    /** Readable, and different for two listings of the same title. */
    private static String slug(String title) {
        var readable = VietnameseText.slug(title);
        var words = readable.substring(0, Math.min(LONGEST_READABLE_SLUG, readable.length()));
        var mark = HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits(), 6);
        return words.isEmpty() ? mark : words + '-' + mark;
    }
}
