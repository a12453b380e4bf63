package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
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
import vn.ocop.marketplace.listing.JudgeListing;
import vn.ocop.marketplace.listing.ListingProblem;
import vn.ocop.marketplace.listing.ReviseListing;
import vn.ocop.marketplace.listing.SavedListing;
import vn.ocop.marketplace.listing.StartListing;
import vn.ocop.marketplace.platform.web.SeenVersion;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Listings", description = "What shops offer")
class ListingEditController {

    private final StartListing startListing;
    private final ReviseListing reviseListing;
    private final JudgeListing judgeListing;

    ListingEditController(StartListing startListing, ReviseListing reviseListing, JudgeListing judgeListing) {
        this.startListing = startListing;
        this.reviseListing = reviseListing;
        this.judgeListing = judgeListing;
    }

    record DecisionRequest(
            @NotNull JudgeListing.Verdict verdict,
            @Nullable @Size(max = 500) String reason) {}

    @PostMapping("/shops/{shopId}/listings")
    @Operation(
            summary = "Begin a listing",
            description = "A draft with as little or as much as is known; it is on sale after it was submitted (status"
                    + " IN_REVIEW) and an officer of the shop's province has approved it.")
    @ApiResponse(responseCode = "201", description = "Kept as a draft")
    Mono<ResponseEntity<SavedListing>> start(
            @PathVariable UUID shopId,
            @Valid @RequestBody ListingForm request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller seller) {
        return startListing
                .start(shopId, request.change(), seller, idempotencyKey)
                .map(saved -> ResponseEntity.created(URI.create("/api/v1/shops/" + shopId + "/listings/" + saved.id()))
                        .eTag(SeenVersion.tag(saved.revision()))
                        .body(saved));
    }

    @PatchMapping("/listings/{id}")
    @Operation(
            summary = "Change, submit, hide, show or archive a listing",
            description = "If-Match carries the revision that was seen; if the listing has moved on, nothing changes."
                    + " Price and stock hold at once. Name, pictures, group and certificate of a new shop's listing on"
                    + " sale wait for an officer, and the answer says so (awaitsReview).")
    Mono<ResponseEntity<SavedListing>> revise(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ListingForm request,
            @AuthenticationPrincipal Caller seller) {
        return reviseListing
                .revise(
                        id,
                        SeenVersion.of(ifMatch, ListingProblem.REVISION_NEEDED, ListingProblem.STALE),
                        request.change(),
                        seller)
                .map(ListingEditController::answer);
    }

    @PostMapping("/listings/{id}/decisions")
    @Operation(
            summary = "Approve, refuse or take down",
            description = "By an officer of the shop's province. If-Match carries the revision that was seen: of two"
                    + " officers who decide at once, the second is told (412). Refusing needs a reason.")
    Mono<ResponseEntity<SavedListing>> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DecisionRequest request,
            @AuthenticationPrincipal Caller officer) {
        var reason = Objects.requireNonNullElse(request.reason(), "");
        return judgeListing
                .judge(
                        id,
                        SeenVersion.of(ifMatch, ListingProblem.REVISION_NEEDED, ListingProblem.STALE),
                        request.verdict(),
                        reason,
                        officer)
                .map(ListingEditController::answer);
    }

    private static ResponseEntity<SavedListing> answer(SavedListing saved) {
        return ResponseEntity.ok().eTag(SeenVersion.tag(saved.revision())).body(saved);
    }
}
