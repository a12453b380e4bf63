package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.listing.ListingChange;
import vn.ocop.marketplace.listing.ListingDraft;
import vn.ocop.marketplace.listing.ListingProblem;
import vn.ocop.marketplace.listing.ListingStatus;
import vn.ocop.marketplace.listing.PublishListing;
import vn.ocop.marketplace.listing.ReviseListing;
import vn.ocop.marketplace.listing.SavedListing;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;

@RestController
@RequestMapping("/api/v1/listings")
@Tag(name = "Listings", description = "What shops offer")
class ListingEditController {

    /** The revision alone, or the whole tag of the listing's page, which begins with it. */
    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:-[^\"]*)?\"");

    private final PublishListing publishListing;
    private final ReviseListing reviseListing;

    ListingEditController(PublishListing publishListing, ReviseListing reviseListing) {
        this.publishListing = publishListing;
        this.reviseListing = reviseListing;
    }

    record PublishRequest(
            @NotNull UUID shopId,
            @NotBlank @Size(min = 3, max = 150) String title,
            @Nullable @Size(max = 150) String titleEn,
            @NotNull @Size(max = 20_000) String description,
            @NotBlank @Size(max = 10) String categoryCode,
            @Nullable @Size(max = 20) Map<@Size(max = 40) String, @NotBlank @Size(max = 2_000) String> attributes,

            @NotEmpty @Size(max = ListingDraft.MOST_VARIANTS) List<@NotNull @Valid VariantRequest> variants) {

        ListingDraft draft() {
            return new ListingDraft(
                    shopId,
                    new LocalizedText(title, Objects.requireNonNullElse(titleEn, "")),
                    new LocalizedText(description, ""),
                    categoryCode,
                    Objects.requireNonNullElse(attributes, Map.of()),
                    variants.stream().map(VariantRequest::choice).toList());
        }
    }

    record VariantRequest(
            @Nullable @Size(max = 100) String name,

            @NotNull @Min(ListingDraft.LOWEST_PRICE) @Max(ListingDraft.HIGHEST_PRICE) Long price,

            @NotNull @Min(0) @Max(ListingDraft.MOST_STOCK) Integer stock,

            @NotNull @Min(1) @Max(ListingDraft.HEAVIEST_GRAMS) Integer weightGrams) {

        ListingDraft.Choice choice() {
            return new ListingDraft.Choice(Objects.requireNonNullElse(name, ""), price, stock, weightGrams);
        }
    }

    record ReviseRequest(
            @Nullable @Size(min = 3, max = 150) String title,
            @Nullable @Size(max = 150) String titleEn,
            @Nullable @Size(max = 20_000) String description,
            @Nullable ListingStatus status,

            @Nullable @Size(max = ListingDraft.MOST_VARIANTS) List<@NotNull @Valid VariantRevision> variants) {

        ListingChange change() {
            var revisions = Objects.requireNonNullElse(variants, List.<VariantRevision>of());
            return new ListingChange(
                    title,
                    titleEn,
                    description,
                    status,
                    revisions.stream().map(VariantRevision::change).toList());
        }
    }

    record VariantRevision(
            @NotNull UUID id,

            @Nullable @Min(ListingDraft.LOWEST_PRICE) @Max(ListingDraft.HIGHEST_PRICE) Long price,

            @Nullable @Min(0) @Max(ListingDraft.MOST_STOCK) Integer stock) {

        ListingChange.VariantChange change() {
            return new ListingChange.VariantChange(id, price, stock);
        }
    }

    @PostMapping
    @Operation(summary = "Put a new listing on sale")
    @ApiResponse(responseCode = "201", description = "On sale; found by search in about a second")
    Mono<ResponseEntity<SavedListing>> publish(
            @Valid @RequestBody PublishRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller seller) {
        return publishListing
                .publish(request.draft(), seller, idempotencyKey)
                .map(saved -> ResponseEntity.created(URI.create("/api/v1/listings/" + saved.id()))
                        .eTag(tag(saved))
                        .body(saved));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a listing",
            description = "If-Match carries the revision that was seen; if the listing has moved on, nothing changes.")
    Mono<ResponseEntity<SavedListing>> revise(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReviseRequest request,
            @AuthenticationPrincipal Caller seller) {
        return reviseListing
                .revise(id, revision(ifMatch), request.change(), seller)
                .map(saved -> ResponseEntity.ok().eTag(tag(saved)).body(saved));
    }

    private static long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ListingProblem.REVISION_NEEDED);
        }
        var revision = REVISION.matcher(ifMatch.strip());
        if (!revision.matches()) {
            throw new ProblemException(ListingProblem.STALE);
        }
        return Long.parseLong(revision.group(1));
    }

    private static String tag(SavedListing saved) {
        return "\"" + saved.revision() + '"';
    }
}
