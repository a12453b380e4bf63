package vn.ocop.marketplace.media.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.media.DocumentKind;
import vn.ocop.marketplace.media.PrivateDocuments;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.web.SentFile;

@RestController
@Tag(name = "Media", description = "Pictures and documents")
class DocumentController {

    private final PrivateDocuments documents;

    DocumentController(PrivateDocuments documents) {
        this.documents = documents;
    }

    record DocumentResponse(UUID id, DocumentKind kind, int bytes) {}

    @PostMapping(
            path = "/api/v1/private-documents",
            consumes = MediaType.ALL_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Send a document that only some may see",
            description = "PDF, JPEG, PNG or WebP, as the bytes say, of at most 10 MB. It is kept sealed, and removed"
                    + " after a day unless whoever sent it puts it somewhere.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Mono<DocumentResponse> send(
            @Parameter(hidden = true) ServerHttpRequest request, @AuthenticationPrincipal Caller uploader) {
        if (uploader.guest()) {
            return Mono.error(new ProblemException(AccountProblem.NOT_ALLOWED));
        }
        return SentFile.read(request, PrivateDocuments.MOST_BYTES)
                .flatMap(file -> documents.take(file, uploader.id()))
                .map(taken -> new DocumentResponse(taken.id(), taken.kind(), taken.bytes()));
    }
}
