package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.listing.JudgeListing;
import vn.ocop.marketplace.listing.KeepStock;
import vn.ocop.marketplace.listing.ListingChange;
import vn.ocop.marketplace.listing.ListingFile;
import vn.ocop.marketplace.listing.ListingFiles;
import vn.ocop.marketplace.listing.ListingLimits;
import vn.ocop.marketplace.listing.ListingStatus;
import vn.ocop.marketplace.listing.ReviseListing;
import vn.ocop.marketplace.listing.SavedListing;
import vn.ocop.marketplace.listing.ShelfFilter;
import vn.ocop.marketplace.listing.ShelfRow;
import vn.ocop.marketplace.listing.Shelves;
import vn.ocop.marketplace.listing.StockMove;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.web.SeenVersion;
import vn.ocop.marketplace.shop.ShopProblem;
import vn.ocop.marketplace.territory.TerritoryProblem;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Shelves", description = "Listings for those who work on them: sellers and officers")
class ShelfController {

    private static final int MOST_TOGETHER = 100;

    private final Shelves shelves;
    private final ListingFiles files;
    private final KeepStock keepStock;
    private final ReviseListing reviseListing;
    private final JudgeListing judgeListing;
    private final MessageSource messages;

    ShelfController(
            Shelves shelves,
            ListingFiles files,
            KeepStock keepStock,
            ReviseListing reviseListing,
            JudgeListing judgeListing,
            MessageSource messages) {
        this.shelves = shelves;
        this.files = files;
        this.keepStock = keepStock;
        this.reviseListing = reviseListing;
        this.judgeListing = judgeListing;
        this.messages = messages;
    }

    record ShelfResponse(List<ShelfRow> items, @Nullable String next, Map<String, Long> counts) {

        static ShelfResponse of(Shelves.Shelf shelf) {
            return new ShelfResponse(shelf.page().items(), shelf.page().next(), shelf.counts());
        }
    }

    /** One piece of advice; the code stays, the message is in the reader's language. */
    record Advice(String about, String message) {}

    record ListingFileResponse(ListingFile listing, int percent, List<Advice> missing, List<Advice> hints) {}

    record MovesRequest(
            @NotNull KeepStock.Kind kind,
            @Nullable @Size(max = 300) String reason,

            @NotEmpty @Size(max = KeepStock.MOST_AT_ONCE) List<@NotNull @Valid MoveRequest> moves) {}

    record MoveRequest(
            @NotNull UUID variantId,

            @Nullable @Min(ListingLimits.LOWEST_PRICE) @Max(ListingLimits.HIGHEST_PRICE) Long price,

            @NotNull @Min(-ListingLimits.MOST_STOCK) @Max(ListingLimits.MOST_STOCK) Integer quantity) {

        KeepStock.Move move() {
            return new KeepStock.Move(variantId, price, quantity);
        }
    }

    record Seen(@NotNull UUID id, @NotNull Long revision) {}

    record StatusRequest(
            @NotNull ListingStatus status,

            @NotEmpty @Size(max = MOST_TOGETHER) List<@NotNull @Valid Seen> listings) {}

    record DecisionsRequest(
            @NotNull JudgeListing.Verdict verdict,
            @Nullable @Size(max = 500) String reason,

            @NotEmpty @Size(max = MOST_TOGETHER) List<@NotNull @Valid Seen> listings) {}

    /** How it went with one of many; code and message say why not. */
    record Outcome(
            UUID id,
            boolean done,
            @Nullable String code,
            @Nullable String message) {}

    record OutcomeList(List<Outcome> items) {}

    @GetMapping("/shops/{shopId}/listings")
    @Operation(summary = "A shop's whole shelf, drafts included, with how many are in each state")
    Mono<ShelfResponse> shelf(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable Set<ListingStatus> status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean lowStock,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller seller) {
        var filter = new ShelfFilter(Objects.requireNonNullElse(status, Set.of()), q, false, lowStock);
        return shelves.ofShop(shopId, filter, limit, after, seller).map(ShelfResponse::of);
    }

    @GetMapping("/shops/{shopId}/listings/{id}")
    @Operation(summary = "A listing's file, for who edits or judges it")
    Mono<ResponseEntity<ListingFileResponse>> file(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller reader,
            @Parameter(hidden = true) Language language) {
        return files.open(shopId, id, reader)
                .map(file -> ResponseEntity.ok()
                        .eTag(SeenVersion.tag(file.file().revision()))
                        .body(response(file, language)));
    }

    private ListingFileResponse response(ListingFiles.Assessed assessed, Language language) {
        var completeness = assessed.completeness();
        return new ListingFileResponse(
                assessed.file(),
                completeness.percent(),
                completeness.missing().stream()
                        .map(lack -> new Advice(lack.field(), words(lack.code(), language, lack.arguments())))
                        .toList(),
                completeness.hints().stream()
                        .map(hint -> new Advice(hint, words("listing.hint." + hint, language)))
                        .toList());
    }

    private String words(String code, Language language, Object... arguments) {
        return String.valueOf(messages.getMessage(code, arguments, code, language.locale()));
    }

    @PostMapping("/shops/{shopId}/stock-moves")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Move stock and change prices of many variants at once",
            description = "Quantities are signed moves, so what is sold meanwhile stays sold. All are saved or none.")
    Mono<Void> move(
            @PathVariable UUID shopId,
            @Valid @RequestBody MovesRequest request,
            @AuthenticationPrincipal Caller seller) {
        return keepStock.save(
                shopId,
                request.moves().stream().map(MoveRequest::move).toList(),
                request.kind(),
                Objects.requireNonNullElse(request.reason(), ""),
                seller);
    }

    record StockMoveList(List<StockMove> items) {}

    @GetMapping("/shops/{shopId}/variants/{variantId}/stock-moves")
    @Operation(summary = "How a variant's stock has moved, the newest first")
    Mono<StockMoveList> moves(
            @PathVariable UUID shopId,
            @PathVariable UUID variantId,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @AuthenticationPrincipal Caller seller) {
        return keepStock.history(shopId, variantId, limit, seller).collectList().map(StockMoveList::new);
    }

    @PostMapping("/shops/{shopId}/listing-states")
    @Operation(summary = "Submit, hide, show or archive several listings; each succeeds or fails by itself")
    Mono<OutcomeList> setStates(
            @PathVariable UUID shopId,
            @Valid @RequestBody StatusRequest request,
            @AuthenticationPrincipal Caller seller,
            @Parameter(hidden = true) Language language) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shopId.toString(), ShopProblem.NOT_FOUND);
        var change = ListingChange.to(request.status());
        return each(
                request.listings(), language, seen -> reviseListing.revise(seen.id(), seen.revision(), change, seller));
    }

    @GetMapping("/province-desks/{code}/listings")
    @Operation(summary = "Listings of a province's shops: what waits for a decision, and what stands")
    Mono<ShelfResponse> queue(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Set<ListingStatus> status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean changes,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller officer) {
        var filter = new ShelfFilter(Objects.requireNonNullElse(status, Set.of()), q, changes, false);
        return shelves.ofProvince(code, filter, limit, after, officer).map(ShelfResponse::of);
    }

    @PostMapping("/province-desks/{code}/listing-decisions")
    @Operation(summary = "Decide on several listings with one reason; each succeeds or fails by itself")
    Mono<OutcomeList> decide(
            @PathVariable String code,
            @Valid @RequestBody DecisionsRequest request,
            @AuthenticationPrincipal Caller officer,
            @Parameter(hidden = true) Language language) {
        officer.mustBeAllowed(Permission.PROVINCE_LISTINGS, code, TerritoryProblem.PROVINCE_NOT_FOUND);
        var reason = Objects.requireNonNullElse(request.reason(), "");
        return each(
                request.listings(),
                language,
                seen -> judgeListing.judge(seen.id(), seen.revision(), request.verdict(), reason, officer));
    }

    private Mono<OutcomeList> each(List<Seen> listings, Language language, Function<Seen, Mono<SavedListing>> doing) {
        return Flux.fromIterable(listings)
                .concatMap(seen -> doing.apply(seen)
                        .map(saved -> new Outcome(seen.id(), true, null, null))
                        .onErrorResume(ProblemException.class, no -> Mono.just(refused(seen, no, language))))
                .collectList()
                .map(OutcomeList::new);
    }

    private Outcome refused(Seen seen, ProblemException refusal, Language language) {
        var code = refusal.problem().code();
        return new Outcome(seen.id(), false, code, words(code + ".detail", language, refusal.arguments()));
    }
}
