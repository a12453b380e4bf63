package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Outcomes;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Visit;

/** A shop's listings at the API. */
@Component
class ShelfDesk {

    private final MarketplaceApi api;

    ShelfDesk(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress shop(String shop, String part) {
        return ApiAddress.of("/api/v1/shops").segment(shop).segment(part);
    }

    Mono<Shelf> shelf(Visit visit, String shop, ShelfAsk ask) {
        var address = shop(shop, "listings")
                .with("status", ask.status() == null ? null : ask.status().name())
                .with("lowStock", ask.lowStock() ? "true" : null)
                .with("q", ask.text())
                .with("after", ask.after());
        return api.get(visit.caller(), address, Shelf.class);
    }

    Mono<ListingFile> file(Visit visit, String shop, String id) {
        return api.get(visit.caller(), shop(shop, "listings").segment(id), ListingFile.class);
    }

    /** The key is of the form that was sent, so that sending it twice makes one draft. */
    Mono<SavedListing> start(Visit visit, String shop, String key, Map<String, ?> content) {
        return api.postOnce(visit.caller(), shop(shop, "listings"), key, content, SavedListing.class);
    }

    Mono<SavedListing> revise(Visit visit, String id, long seen, Map<String, ?> change) {
        var address = ApiAddress.of("/api/v1/listings").segment(id);
        return api.patch(visit.caller(), address, seen, change, SavedListing.class);
    }

    Mono<Void> keepStock(Visit visit, String shop, List<Map<String, Object>> moves, String reason) {
        var body = Map.of("kind", "COUNTED", "reason", reason, "moves", moves);
        return api.post(visit.caller(), shop(shop, "stock-moves"), body, Void.class);
    }

    Mono<Outcomes> setStates(Visit visit, String shop, String status, List<Map<String, Object>> listings) {
        var body = Map.of("status", status, "listings", listings);
        return api.post(visit.caller(), shop(shop, "listing-states"), body, Outcomes.class);
    }

    /** One after the other, so that a phone's slow line carries one at a time. */
    Mono<List<Picture>> upload(Visit visit, Flux<FilePart> files) {
        return files.filter(file -> !file.filename().isEmpty())
                .concatMap(file ->
                        api.upload(visit.caller(), ApiAddress.of("/api/v1/pictures"), file.content(), Picture.class))
                .collectList();
    }

    private static ApiAddress submissions(String shop) {
        return ApiAddress.of("/api/v1/shops").segment(shop).segment("draft-submissions");
    }

    /** The key is of the form that was sent. */
    Mono<DraftSubmission> submitDrafts(Visit visit, String shop, String key) {
        return api.postOnce(visit.caller(), submissions(shop), key, null, DraftSubmission.class);
    }

    Mono<DraftSubmission> submission(Visit visit, String shop, String id) {
        return api.get(visit.caller(), submissions(shop).segment(id), DraftSubmission.class);
    }

    /** A file that is no picture says so beside its name, like one that nothing is called by. */
    Mono<PlacedPictures> placeByName(Visit visit, String shop, Flux<FilePart> files) {
        return files.concatMap(file -> named(visit, file)).collectList().flatMap(sent -> {
            var pictures = sent.stream()
                    .filter(one -> one.id() != null)
                    .map(one -> Map.of("name", one.name(), "pictureId", String.valueOf(one.id())))
                    .toList();
            var refused = sent.stream()
                    .filter(one -> one.id() == null)
                    .map(one -> new PlacedPictures.Placed(one.name(), null, false, one.refusal()));
            var placed = pictures.isEmpty()
                    ? Mono.just(new PlacedPictures(List.of()))
                    : api.post(
                            visit.caller(),
                            ApiAddress.of("/api/v1/shops").segment(shop).segment("named-pictures"),
                            Map.of("pictures", pictures),
                            PlacedPictures.class);
            return placed.map(found -> new PlacedPictures(
                    Stream.concat(found.items().stream(), refused).toList()));
        });
    }

    Mono<PictureArchive> sendArchive(Visit visit, String shop, String key, FilePart file) {
        return api.uploadOnce(
                visit.caller(), shop(shop, "picture-archives"), key, file.content(), PictureArchive.class);
    }

    Mono<PictureArchive> archive(Visit visit, String shop, String id) {
        return api.get(visit.caller(), shop(shop, "picture-archives").segment(id), PictureArchive.class);
    }

    private record NamedFile(
            String name, @Nullable String id, @Nullable String refusal) {}

    private Mono<NamedFile> named(Visit visit, FilePart file) {
        return api.upload(visit.caller(), ApiAddress.of("/api/v1/pictures"), file.content(), Picture.class)
                .map(picture -> new NamedFile(file.filename(), picture.id(), null))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> Mono.just(new NamedFile(file.filename(), null, ((ApiProblem) why).sentence())));
    }
}
