package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import vn.ocop.marketplace.listing.ArchiveProgress;
import vn.ocop.marketplace.listing.UnpackPictures;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.web.SentFile;

@RestController
@RequestMapping("/api/v1/shops/{shopId}/picture-archives")
@Tag(name = "Shelves", description = "Listings for those who work on them: sellers and officers")
class PictureArchiveController {

    private final UnpackPictures unpackPictures;
    private final MessageSource messages;

    PictureArchiveController(UnpackPictures unpackPictures, MessageSource messages) {
        this.unpackPictures = unpackPictures;
        this.messages = messages;
    }

    /** A picture that is with no listing; without a message no row goes by its name. */
    record UnplacedPicture(String name, @Nullable String message) {}

    record ArchiveResponse(
            UUID id, boolean finished, boolean failed, int total, int done, int placed, List<UnplacedPicture> others) {}

    @PostMapping(consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a ZIP of pictures named by the codes of listings",
            description =
                    "At most 120 MB and 500 pictures; folders in it mean nothing. It goes on by itself; ask how far"
                            + " it has got.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    Mono<ArchiveResponse> send(
            @PathVariable UUID shopId,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @Parameter(hidden = true) ServerHttpRequest request,
            @AuthenticationPrincipal Caller seller,
            @Parameter(hidden = true) Language language) {
        unpackPictures.mustBeAllowed(shopId, seller);
        return SentFile.inDirectory(
                        request,
                        UnpackPictures.MOST_BYTES,
                        file -> unpackPictures.send(shopId, file, seller, idempotencyKey))
                .map(progress -> response(progress, language));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far the pictures of an archive have got, and which found no place")
    Mono<ArchiveResponse> progress(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller seller,
            @Parameter(hidden = true) Language language) {
        return unpackPictures.progress(shopId, id, seller).map(progress -> response(progress, language));
    }

    private ArchiveResponse response(ArchiveProgress progress, Language language) {
        return new ArchiveResponse(
                progress.id(),
                progress.finished(),
                progress.failed(),
                progress.total(),
                progress.done(),
                progress.placed(),
                progress.others().stream()
                        .map(other -> new UnplacedPicture(other.name(), sentence(other.problem(), language)))
                        .toList());
    }

    private @Nullable String sentence(@Nullable String problem, Language language) {
        return problem == null
                ? null
                : messages.getMessage(problem + ".detail", new Object[0], problem, language.locale());
    }
}
