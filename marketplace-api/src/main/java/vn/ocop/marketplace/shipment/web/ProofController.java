package vn.ocop.marketplace.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.shipment.Proof;
import vn.ocop.marketplace.shipment.Proofs;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Post")
class ProofController {

    private final Proofs proofs;

    ProofController(Proofs proofs) {
        this.proofs = proofs;
    }

    record ProofRequest(
            @NotNull UUID scan,
            @NotNull Proof.Kind kind,
            @NotNull UUID document) {}

    @PostMapping("/post-offices/{code}/proofs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "A picture or a signature that belongs to one's own scan",
            description =
                    "The document is sent to private-documents first. The first of a kind stands; sending it again"
                            + " changes nothing.")
    Mono<Void> add(
            @PathVariable String code,
            @RequestBody @Valid ProofRequest request,
            @AuthenticationPrincipal Caller caller) {
        return proofs.add(code, request.scan(), request.kind(), request.document(), caller);
    }

    @GetMapping("/parcels/{id}/proofs")
    @Operation(summary = "What shows that a parcel was handed over, or could not be")
    Mono<List<Proof>> of(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return proofs.of(id, caller);
    }

    @GetMapping(path = "/parcels/{id}/proofs/{document}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "A picture or a signature")
    Mono<ResponseEntity<byte[]>> open(
            @PathVariable UUID id, @PathVariable UUID document, @AuthenticationPrincipal Caller caller) {
        return proofs.open(id, document, caller)
                .map(opened -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(opened.kind().mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(opened.bytes()));
    }
}
