package vn.ocop.marketplace.listing;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.AuthorityRequests;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/** An officer of the shop's province decides what buyers get to see, if it is still as they saw it. */
@Service
public class JudgeListing {

    private final ListingRepository listings;
    private final ChangeRequestRepository requests;
    private final SaveListing saveListing;
    private final ShopDirectory shops;
    private final AuthorityRequests authorityRequests;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    JudgeListing(
            ListingRepository listings,
            ChangeRequestRepository requests,
            SaveListing saveListing,
            ShopDirectory shops,
            AuthorityRequests authorityRequests,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.listings = listings;
        this.requests = requests;
        this.saveListing = saveListing;
        this.shops = shops;
        this.authorityRequests = authorityRequests;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What an officer may say. */
    public enum Verdict {
        /** Puts what waits on sale, or lets the wished change through. */
        APPROVE("approved"),
        /** Sends what waits back to its seller. */
        REFUSE("refused"),
        /** Takes off sale what should not have been there. */
        TAKE_DOWN("taken-down");

        private final String done;

        Verdict(String done) {
            this.done = done;
        }
    }

    private record Case(EditedListing listing, Shop shop) {}

    public Mono<SavedListing> judge(UUID id, long seenRevision, Verdict verdict, String reason, Caller officer) {
        if (verdict != Verdict.APPROVE && reason.isBlank()) {
            return Mono.error(new ProblemException(ListingProblem.REASON_NEEDED));
        }
        return listings.find(id)
                .flatMap(listing -> shops.find(listing.shopId()).map(shop -> new Case(listing, shop)))
                .filter(opened ->
                        officer.may(Permission.PROVINCE_LISTINGS, opened.shop().provinceCode()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)))
                .doOnNext(opened -> mustNotBeOwn(opened, officer))
                .doOnNext(opened -> ReviseListing.mustBe(seenRevision, opened.listing()))
                .flatMap(opened -> decide(opened, verdict, new SaveListing.Reason(officer.id(), reason), officer)
                        .delayUntil(saved -> audit.record(officer, act(opened, verdict, reason))))
                .as(transaction::transactional);
    }

    private static Act act(Case opened, Verdict verdict, String reason) {
        return Act.of("listing." + verdict.done, Act.Owner.shop(opened.shop().id()))
                .in(opened.shop().provinceCode())
                .on(opened.listing().id())
                .because(reason.isBlank() ? null : reason);
    }

    /** Nobody judges the goods of a shop they work for themselves. */
    private static void mustNotBeOwn(Case opened, Caller officer) {
        if (officer.belongsTo(Membership.Kind.SHOP, opened.shop().id().toString())) {
            throw new ProblemException(ListingProblem.OWN_CASE);
        }
    }

    private Mono<SavedListing> decide(Case opened, Verdict verdict, SaveListing.Reason reason, Caller officer) {
        var listing = opened.listing();
        if (verdict == Verdict.TAKE_DOWN) {
            return move(opened, ListingStatus.REFUSED, reason)
                    .delayUntil(saved -> authorityRequests.fulfil(listing.id(), reason.words(), officer));
        }
        if (listing.status() == ListingStatus.IN_REVIEW) {
            return move(opened, verdict == Verdict.APPROVE ? ListingStatus.ON_SALE : ListingStatus.REFUSED, reason);
        }
        return listing.wanted() == null
                ? Mono.error(new ProblemException(ListingProblem.NOTHING_TO_DECIDE))
                : decideChange(opened, listing.wanted(), verdict == Verdict.APPROVE, reason);
    }

    private Mono<SavedListing> move(Case opened, ListingStatus target, SaveListing.Reason reason) {
        var now = opened.listing().status();
        if (!now.byOfficer().contains(target)) {
            return Mono.error(new ProblemException(ListingProblem.ILLEGAL_TRANSITION, now, target));
        }
        return saveListing.save(opened.listing(), onlyStatus(target), opened.shop(), reason);
    }

    private Mono<SavedListing> decideChange(
            Case opened, RiskyChange wanted, boolean approved, SaveListing.Reason reason) {
        var change = approved
                ? ListingChange.of(wanted)
                : onlyStatus(opened.listing().status());
        return requests.decide(opened.listing().id(), approved, reason.actor(), reason.words())
                .then(Mono.defer(() -> saveListing.save(opened.listing(), change, opened.shop(), reason)));
    }

    private static ListingChange onlyStatus(ListingStatus status) {
        return ListingChange.to(status);
    }
}
