package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopDirectory;

/** Changes a listing for someone who works for its shop, if it is still as they saw it. */
@Service
public class ReviseListing {

    private final ListingRepository listings;
    private final ShopDirectory shops;
    private final FoldedWords words;
    private final TransactionalOperator transaction;

    ReviseListing(
            ListingRepository listings, ShopDirectory shops, FoldedWords words, TransactionalOperator transaction) {
        this.listings = listings;
        this.shops = shops;
        this.words = words;
        this.transaction = transaction;
    }

    public Mono<SavedListing> revise(UUID id, long seenRevision, ListingChange change, Caller seller) {
        return listings.find(id)
                .filter(listing ->
                        seller.may(Permission.SHOP_LISTINGS, listing.shopId().toString()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)))
                .doOnNext(listing -> check(listing, seenRevision, change))
                .flatMap(listing -> save(listing, change))
                .as(transaction::transactional);
    }

    private static void check(ListingRepository.Edited listing, long seenRevision, ListingChange change) {
        if (listing.revision() != seenRevision) {
            throw new ProblemException(ListingProblem.STALE);
        }
        var target = change.status();
        var now = listing.status();
        boolean moves = target != null && target != now;
        if (now == ListingStatus.CLOSED || (moves && !now.next().contains(target))) {
            throw new ProblemException(ListingProblem.ILLEGAL_TRANSITION, now, target == null ? now : target);
        }
    }

    private Mono<SavedListing> save(ListingRepository.Edited before, ListingChange change) {
        return saveVariants(before, change)
                .then(Mono.defer(() -> folded(before, change)))
                .flatMap(folded -> listings.update(before, change, folded.isEmpty() ? null : folded))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.STALE)));
    }

    private Mono<Void> saveVariants(ListingRepository.Edited before, ListingChange change) {
        return change.variants().isEmpty()
                ? Mono.empty()
                : listings.lockVariants(before.id())
                        .doOnNext(known -> mustBeKnown(change, known))
                        .then(Mono.defer(() -> listings.updateVariants(change.variants())));
    }

    private static void mustBeKnown(ListingChange change, Set<UUID> known) {
        var problems = new ArrayList<FieldProblem>();
        for (int i = 0; i < change.variants().size(); i++) {
            if (!known.contains(change.variants().get(i).id())) {
                problems.add(new FieldProblem("variants[" + i + "].id", "field.listing-unknown-variant"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, problems);
        }
    }

    /** The words for the plain search, anew if a title changes; empty text when they stay. */
    private Mono<String> folded(ListingRepository.Edited before, ListingChange change) {
        if (change.title() == null && change.titleEn() == null) {
            return Mono.just("");
        }
        var title = new LocalizedText(
                change.title() == null ? before.title().vi() : change.title(),
                change.titleEn() == null ? before.title().en() : change.titleEn());
        return shops.find(before.shopId())
                .map(shop -> words.of(title, before.categoryCode(), shop))
                .defaultIfEmpty("");
    }
}
