package vn.ocop.marketplace.shop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
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
import vn.ocop.marketplace.media.PrivateDocuments;
import vn.ocop.marketplace.media.PrivateFile;
import vn.ocop.marketplace.platform.web.SeenVersion;
import vn.ocop.marketplace.platform.web.SentFile;
import vn.ocop.marketplace.shop.MandatePapers;
import vn.ocop.marketplace.shop.OpenShop;

@RestController
@RequestMapping("/api/v1/mandates/{id}")
@Tag(name = "Mandates", description = "Working for a household by its own word, until it takes over")
class MandateShopController {

    private final MandatePapers papers;
    private final OpenShop openShop;

    MandateShopController(MandatePapers papers, OpenShop openShop) {
        this.papers = papers;
        this.openShop = openShop;
    }

    @PostMapping(path = "/paper", consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take down the household's yes by the paper it signed",
            description = "A picture or PDF of at most 10 MB, kept sealed. A second person has to compare it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Mono<Void> agree(
            @PathVariable UUID id,
            @Parameter(hidden = true) ServerHttpRequest request,
            @AuthenticationPrincipal Caller clerk) {
        return SentFile.read(request, PrivateDocuments.MOST_BYTES)
                .flatMap(paper -> papers.agree(id, paper, clerk))
                .then();
    }

    @GetMapping(path = "/paper", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The paper a household signed, for those who work by it and the household")
    Mono<ResponseEntity<byte[]>> paper(@PathVariable UUID id, @AuthenticationPrincipal Caller reader) {
        return papers.open(id, reader).map(paper -> PrivateFile.of("giay-uy-quyen", paper));
    }

    @PostMapping("/shop")
    @Operation(summary = "Open a household's shop by its mandate; the household owns it")
    @ApiResponse(responseCode = "201", description = "Applied; its file can be filled in")
    Mono<ResponseEntity<OpeningResponse>> open(
            @PathVariable UUID id,
            @Valid @org.springframework.web.bind.annotation.RequestBody ShopFileController.ApplicationRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller clerk) {
        return openShop.applyFor(id, request.application(), clerk, idempotencyKey)
                .map(opening -> ResponseEntity.created(
                                URI.create("/api/v1/shops/" + opening.shop().id() + "/file"))
                        .eTag(SeenVersion.tag(opening.shop().version()))
                        .body(OpeningResponse.of(opening)));
    }
}
