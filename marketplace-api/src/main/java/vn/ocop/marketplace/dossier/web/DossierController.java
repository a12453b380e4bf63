package vn.ocop.marketplace.dossier.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.dossier.Dossiers;
import vn.ocop.marketplace.dossier.Paper;
import vn.ocop.marketplace.media.PrivateFile;
import vn.ocop.marketplace.platform.BusinessTime;

@RestController
@RequestMapping("/api/v1/shops/{shopId}")
@Tag(name = "Dossiers", description = "A shop's papers for its certificates and their renewal")
class DossierController {

    private final Dossiers dossiers;
    private final Clock clock;

    DossierController(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    record PaperRequest(
            Paper.@NotNull Kind kind,
            @NotBlank @Size(max = 150) String title,
            @NotNull UUID documentId,
            @Nullable LocalDate validTo) {

        Dossiers.NewPaper paper() {
            return new Dossiers.NewPaper(kind, title, documentId, validTo);
        }
    }

    record PaperResponse(
            UUID id,
            Paper.Kind kind,
            String title,
            @Nullable LocalDate validTo,
            Paper.Standing standing,
            Instant addedAt) {}

    record PaperList(List<PaperResponse> items) {}

    record AttachmentRequest(@NotNull @Size(max = 100) Set<@NotNull UUID> papers) {}

    private PaperResponse response(Paper paper) {
        return new PaperResponse(
                paper.id(),
                paper.kind(),
                paper.title(),
                paper.validTo(),
                paper.standing(BusinessTime.today(clock)),
                paper.addedAt());
    }

    private PaperList list(List<Paper> papers) {
        return new PaperList(papers.stream().map(this::response).toList());
    }

    @GetMapping("/papers")
    @Operation(summary = "A shop's papers, the newest first")
    Mono<PaperList> papers(@PathVariable UUID shopId, @AuthenticationPrincipal Caller seller) {
        return dossiers.ofShop(shopId, seller).map(this::list);
    }

    @PostMapping("/papers")
    @Operation(summary = "Keep a document that was sent as a paper of the shop")
    @ApiResponse(responseCode = "201", description = "Kept")
    Mono<ResponseEntity<PaperResponse>> add(
            @PathVariable UUID shopId,
            @Valid @RequestBody PaperRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller seller) {
        return dossiers.add(shopId, request.paper(), seller, idempotencyKey)
                .map(paper -> ResponseEntity.created(
                                URI.create("/api/v1/shops/" + shopId + "/papers/" + paper.id() + "/file"))
                        .body(response(paper)));
    }

    @DeleteMapping("/papers/{paperId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a paper that goes with no certificate")
    Mono<Void> remove(@PathVariable UUID shopId, @PathVariable UUID paperId, @AuthenticationPrincipal Caller seller) {
        return dossiers.remove(shopId, paperId, seller);
    }

    @GetMapping(path = "/papers/{paperId}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "What a paper says, for the shop's own people")
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable UUID shopId, @PathVariable UUID paperId, @AuthenticationPrincipal Caller seller) {
        return dossiers.open(shopId, paperId, seller).map(opened -> PrivateFile.of("giay-to", opened));
    }

    @PutMapping("/certificates/{certificateId}/papers")
    @Operation(summary = "Say which papers go with a certificate, all at once")
    Mono<PaperList> attach(
            @PathVariable UUID shopId,
            @PathVariable UUID certificateId,
            @Valid @RequestBody AttachmentRequest request,
            @AuthenticationPrincipal Caller seller) {
        return dossiers.attach(shopId, certificateId, request.papers(), seller).map(this::list);
    }

    @GetMapping("/certificates/{certificateId}/papers")
    @Operation(summary = "The papers that go with a certificate, for the shop and the officers of its province")
    Mono<PaperList> attached(
            @PathVariable UUID shopId, @PathVariable UUID certificateId, @AuthenticationPrincipal Caller reader) {
        return dossiers.attachedTo(shopId, certificateId, reader).map(this::list);
    }

    @GetMapping(
            path = "/certificates/{certificateId}/papers/{paperId}/file",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "What such a paper says; that an officer read it is recorded")
    Mono<ResponseEntity<byte[]>> attachedFile(
            @PathVariable UUID shopId,
            @PathVariable UUID certificateId,
            @PathVariable UUID paperId,
            @AuthenticationPrincipal Caller reader) {
        return dossiers.openAttached(shopId, certificateId, paperId, reader)
                .map(opened -> PrivateFile.of("giay-to", opened));
    }
}
