package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.listing.DraftSubmission;
import vn.ocop.marketplace.listing.SubmitDrafts;

@RestController
@RequestMapping("/api/v1/shops/{shopId}/draft-submissions")
@Tag(name = "Shelves", description = "Listings for those who work on them: sellers and officers")
class DraftSubmissionController {

    private final SubmitDrafts submitDrafts;

    DraftSubmissionController(SubmitDrafts submitDrafts) {
        this.submitDrafts = submitDrafts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Submit every draft of a shop, however many there are",
            description = "Those that still lack something stay drafts. It goes on by itself; ask how far it has got.")
    Mono<DraftSubmission> start(
            @PathVariable UUID shopId,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller seller) {
        return submitDrafts.start(shopId, seller, idempotencyKey);
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a submission of every draft has got")
    Mono<DraftSubmission> progress(
            @PathVariable UUID shopId, @PathVariable UUID id, @AuthenticationPrincipal Caller seller) {
        return submitDrafts.progress(shopId, id, seller);
    }
}
