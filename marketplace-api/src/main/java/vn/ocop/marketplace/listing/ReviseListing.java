package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * Changes a listing for someone who works for its shop, if it is still as they saw it. What buyers of a new shop trust
 * a listing by waits for an officer; everything else holds at once.
 */
@Service
public class ReviseListing {

    private final ListingRepository listings;
    private final ChangeRequestRepository requests;
    private final SaveListing saveListing;
    private final ShopDirectory shops;
    private final Categories categories;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReviseListing(
            ListingRepository listings,
            ChangeRequestRepository requests,
            SaveListing saveListing,
            ShopDirectory shops,
            Categories categories,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.listings = listings;
        this.requests = requests;
        this.saveListing = saveListing;
        this.shops = shops;
        this.categories = categories;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A listing, its shop, and whether the shop is still looked at closely. */
    private record Case(EditedListing listing, Shop shop, boolean newShop) {}

    public Mono<SavedListing> revise(UUID id, long seenRevision, ListingChange change, Caller seller) {
        return revise(
                id,
                seenRevision,
                change,
                seller.id(),
                listing -> allowed(listing, change, seller),
                listing -> audit.recordOnBehalf(
                        seller,
                        Act.of("listing.changed", Act.Owner.shop(listing.shopId()))
                                .on(id)));
    }

    private static boolean allowed(EditedListing listing, ListingChange change, Caller seller) {
        var shop = listing.shopId().toString();
        var offers = change.status() == ListingStatus.IN_REVIEW || change.status() == ListingStatus.ON_SALE;
        if (offers && seller.onlyByMandate(Permission.SHOP_LISTINGS, shop)) {
            throw new ProblemException(AccountProblem.OWNER_DECIDES);
        }
        return seller.may(Permission.SHOP_LISTINGS, shop);
    }

    /** The same for work that was allowed when it was given, such as a sheet's rows. */
    Mono<SavedListing> reviseFor(UUID actor, UUID id, long seenRevision, ListingChange change) {
        return revise(id, seenRevision, change, actor, listing -> true, listing -> Mono.empty());
    }

    private Mono<SavedListing> revise(
            UUID id,
            long seenRevision,
            ListingChange change,
            UUID actor,
            Predicate<EditedListing> allowed,
            Function<EditedListing, Mono<Void>> record) {
        return listings.find(id)
                .filter(allowed)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)))
                .doOnNext(listing -> mustBe(seenRevision, listing))
                .doOnNext(listing -> mustAllow(listing.status(), change))
                .doOnNext(listing -> mustBeComplete(listing, change))
                .flatMap(this::openCase)
                .flatMap(opened -> save(opened, change, actor).delayUntil(saved -> record.apply(opened.listing())))
                .as(transaction::transactional);
    }

    static void mustBe(long seenRevision, EditedListing listing) {
        if (listing.revision() != seenRevision) {
            throw new ProblemException(ListingProblem.STALE);
        }
    }

    private static void mustAllow(ListingStatus now, ListingChange change) {
        var target = change.status() == null ? now : change.status();
        boolean moves = target != now;
        if (now == ListingStatus.CLOSED || (moves && !now.bySeller().contains(target))) {
            throw new ProblemException(ListingProblem.ILLEGAL_TRANSITION, now, target);
        }
    }

    private void mustBeComplete(EditedListing listing, ListingChange change) {
        var after = listing.after(change);
        if (after.status() == ListingStatus.IN_REVIEW) {
            var missing = completeness(after).missing();
            if (!missing.isEmpty()) {
                throw new ProblemException(ListingProblem.INCOMPLETE, missing);
            }
        }
    }

    private Completeness completeness(EditedListing listing) {
        var today = BusinessTime.today(clock);
        return Completeness.of(
                listing,
                saveListing.isSet(listing.categoryCode()),
                categories.requiredAttributes(listing.categoryCode(), today));
    }

    private Mono<Case> openCase(EditedListing listing) {
        var found = shops.find(listing.shopId())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)));
        return Mono.zip(
                found,
                listings.moderationRule(BusinessTime.today(clock)),
                (shop, rule) -> new Case(
                        listing, shop, rule.isNew(shop.joinedAt(), listing.approvedOfShop(), clock.instant())));
    }

    private Mono<SavedListing> save(Case opened, ListingChange change, UUID seller) {
        var listing = opened.listing();
        var reason = new SaveListing.Reason(seller, "");
        if (!listing.status().approved() || !opened.newShop()) {
            return saveListing.save(listing, change, opened.shop(), reason);
        }
        var open = listing.wanted() == null ? RiskyChange.NONE : listing.wanted();
        var wanted = open.with(RiskyChange.of(change)).beside(listing);
        return ask(listing, wanted, seller)
                .then(Mono.defer(() -> saveListing.save(listing, change.withoutRisks(), opened.shop(), reason)))
                .map(saved -> saved.awaiting(!wanted.isNothing()));
    }

    private Mono<Void> ask(EditedListing listing, RiskyChange wanted, UUID seller) {
        if (wanted.equals(listing.wanted()) || (wanted.isNothing() && listing.wanted() == null)) {
            return Mono.empty();
        }
        return wanted.isNothing()
                ? requests.withdraw(listing.id(), seller)
                : saveListing.mustBePossible(listing, wanted).then(requests.want(listing.id(), wanted, seller));
    }
}
