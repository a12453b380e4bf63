package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopProblem;

/** Puts many pictures where they belong by the names of their files, which are the codes of a sheet's rows. */
@Service
public class AddNamedPictures {

    private final SheetListingRepository codes;
    private final ListingRepository listings;
    private final ReviseListing reviseListing;

    AddNamedPictures(SheetListingRepository codes, ListingRepository listings, ReviseListing reviseListing) {
        this.codes = codes;
        this.listings = listings;
        this.reviseListing = reviseListing;
    }

    /** A picture that was sent, what its file was called, and which of those that were sent it is. */
    public record Named(String name, UUID picture, int number) {}

    /** What became of one: without a listing nothing goes by that name. */
    public record Placed(
            String name,
            int number,
            @Nullable UUID listing,
            @Nullable ProblemException refusal) {}

    public Mono<List<Placed>> add(UUID shop, List<Named> named, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
        return add(
                shop,
                named,
                (listing, change) -> reviseListing.revise(listing.id(), listing.revision(), change, seller));
    }

    /** The same for work that was allowed when it was given. */
    Mono<List<Placed>> addFor(UUID actor, UUID shop, List<Named> named) {
        return add(
                shop,
                named,
                (listing, change) -> reviseListing.reviseFor(actor, listing.id(), listing.revision(), change));
    }

    /** By whom and under whose word a listing is changed. */
    private interface Revising extends BiFunction<EditedListing, ListingChange, Mono<SavedListing>> {}

    private Mono<List<Placed>> add(UUID shop, List<Named> named, Revising revising) {
        var meant = named.stream()
                .flatMap(one -> PictureName.of(one.name()).meanings().stream())
                .map(PictureName.Meaning::code)
                .distinct()
                .toList();
        return codes.known(shop, meant, meant)
                .collectList()
                .map(AddNamedPictures::owners)
                .flatMapMany(owners -> place(named, owners, revising))
                .collectList();
    }

    private static Map<String, UUID> owners(Collection<SheetCodes.Known> known) {
        return known.stream()
                .flatMap(one -> Stream.of(one.code(), one.sku())
                        .filter(code -> code != null)
                        .map(code -> Map.entry(String.valueOf(code), one.listing())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /** One picture with the listing its name means, and which of its pictures it is. */
    private record Meant(Named named, UUID listing, int order) {}

    private Flux<Placed> place(List<Named> named, Map<String, UUID> owners, Revising revising) {
        var byListing = new LinkedHashMap<UUID, List<Meant>>();
        var unknown = new ArrayList<Placed>();
        for (var one : named) {
            var meant = meant(one, owners);
            if (meant == null) {
                unknown.add(new Placed(one.name(), one.number(), null, null));
            } else {
                byListing
                        .computeIfAbsent(meant.listing(), first -> new ArrayList<>())
                        .add(meant);
            }
        }
        return Flux.fromIterable(byListing.entrySet())
                .concatMap(entry -> placed(entry.getKey(), entry.getValue(), revising))
                .concatWith(Flux.fromIterable(unknown));
    }

    private static @Nullable Meant meant(Named named, Map<String, UUID> owners) {
        for (var meaning : PictureName.of(named.name()).meanings()) {
            var listing = owners.get(meaning.code());
            if (listing != null) {
                return new Meant(named, listing, meaning.order());
            }
        }
        return null;
    }

    private Flux<Placed> placed(UUID id, List<Meant> meant, Revising revising) {
        var sorted = meant.stream()
                .sorted(Comparator.comparingInt(Meant::order)
                        .thenComparing(one -> one.named().name()))
                .toList();
        return listings.find(id)
                .flatMap(listing -> revising.apply(listing, with(listing, sorted)))
                .flatMapMany(saved -> told(sorted, null))
                .onErrorResume(ProblemException.class, why -> told(sorted, why));
    }

    private static Flux<Placed> told(List<Meant> meant, @Nullable ProblemException why) {
        return Flux.fromIterable(meant)
                .map(one -> new Placed(one.named().name(), one.named().number(), one.listing(), why));
    }

    /** What is there stays in front; a picture that is there already is not added again. */
    private static ListingChange with(EditedListing listing, List<Meant> added) {
        var pictures = new LinkedHashMap<UUID, ShownPicture>();
        listing.pictures().forEach(picture -> pictures.put(picture.id(), picture));
        added.forEach(one -> pictures.putIfAbsent(
                one.named().picture(), new ShownPicture(one.named().picture(), null, null)));
        if (pictures.size() > ListingLimits.MOST_PICTURES) {
            var why = new FieldProblem("pictures", "field.listing-too-many-pictures", ListingLimits.MOST_PICTURES);
            throw new ProblemException(PlatformProblem.INVALID, List.of(why));
        }
        return new ListingChange(
                null, null, null, null, null, null, List.copyOf(pictures.values()), null, null, List.of());
    }
}
