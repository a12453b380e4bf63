package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;

/** Writes a change of a listing that has been decided on, inside the caller's transaction. */
@Component
class SaveListing {

    private final ListingRepository listings;
    private final ListingProofs proofs;
    private final Categories categories;
    private final FoldedWords words;

    SaveListing(ListingRepository listings, ListingProofs proofs, Categories categories, FoldedWords words) {
        this.listings = listings;
        this.proofs = proofs;
        this.categories = categories;
        this.words = words;
    }

    /** Who saves and why. */
    record Reason(UUID actor, String words) {}

    Mono<SavedListing> save(EditedListing before, ListingChange change, Shop shop, Reason reason) {
        var after = before.after(change);
        return mustBePossible(before, change)
                .then(Mono.defer(() -> saveParts(before, change, reason)))
                .then(Mono.defer(() -> listings.save(before, after, signature(before, after, shop, reason))))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.STALE)));
    }

    /** Refuses what could not be saved even if somebody approved it. */
    Mono<Void> mustBePossible(EditedListing before, RiskyChange wanted) {
        return mustBePossible(before, ListingChange.of(wanted));
    }

    private Mono<Void> mustBePossible(EditedListing before, ListingChange change) {
        var after = before.after(change);
        var problems = new ArrayList<>(before.unknownIn(change));
        problems.addAll(after.confusing());
        if (!after.categoryCode().isEmpty() && !isSet(after.categoryCode())) {
            problems.add(new FieldProblem("categoryCode", "field.listing-unknown-category"));
        }
        if (after.status().approved()) {
            problems.addAll(Completeness.incompleteVariants(after));
        }
        if (!problems.isEmpty()) {
            return Mono.error(new ProblemException(PlatformProblem.INVALID, problems));
        }
        return mustBeKnown(change).then(Mono.defer(() -> proofs.mustBelong(change.certificateId(), before.shopId())));
    }

    boolean isSet(String categoryCode) {
        return categories.find(categoryCode).map(Category::level).orElse(null) == Category.Level.SET;
    }

    private Mono<Void> mustBeKnown(ListingChange change) {
        var pictures = change.pictures();
        if (pictures == null || pictures.isEmpty()) {
            return Mono.empty();
        }
        var ids = pictures.stream().map(ShownPicture::id).toList();
        return listings.knownPictures(ids)
                .doOnNext(known -> {
                    var unknown = new ArrayList<FieldProblem>();
                    for (int i = 0; i < ids.size(); i++) {
                        if (!known.contains(ids.get(i))) {
                            unknown.add(new FieldProblem("pictures[" + i + "].id", "field.listing-unknown-picture"));
                        }
                    }
                    if (!unknown.isEmpty()) {
                        throw new ProblemException(PlatformProblem.INVALID, unknown);
                    }
                })
                .then();
    }

    /** Variants first and in id order, as buyers lock them. */
    private Mono<Void> saveParts(EditedListing before, ListingChange change, Reason reason) {
        var known = change.variants().stream()
                .filter(variant -> variant.id() != null)
                .toList();
        var added = change.variants().stream()
                .filter(variant -> variant.id() == null)
                .toList();
        return saveKnown(before, known, reason)
                .then(added.isEmpty() ? Mono.empty() : listings.insertVariants(before.id(), added, reason.actor()))
                .then(
                        change.pictures() == null
                                ? Mono.empty()
                                : listings.replacePictures(before.id(), change.pictures()));
    }

    private Mono<Void> saveKnown(EditedListing before, List<ListingChange.VariantChange> known, Reason reason) {
        return known.isEmpty()
                ? Mono.empty()
                : listings.lockVariants(before.id()).then(listings.updateVariants(known, reason.actor()));
    }

    private ListingRepository.Signature signature(EditedListing before, EditedListing after, Shop shop, Reason reason) {
        var named = before.title().vi().equals(after.title().vi());
        var slug = before.published() || named
                ? before.slug()
                : Slugs.of(after.title().vi());
        return new ListingRepository.Signature(
                reason.actor(), reason.words(), slug, words.of(after.title(), after.categoryCode(), shop));
    }
}
