package vn.ocop.marketplace.media.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.media.MediaProblem;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.media.Pictures;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.web.SentFile;

@RestController
@Tag(name = "Media", description = "Pictures")
class PictureController {

    private static final MediaType WEBP = MediaType.parseMediaType("image/webp");

    /** Nothing that could leave the directory has this form. */
    private static final Pattern FILE = Pattern.compile("([0-9a-z]{16,64})-([1-9][0-9]{1,3})\\.webp");

    /** The hash in the name changes with the bytes, so a name never means anything else. */
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping(path = "/media/{file}", produces = "image/webp")
    @Operation(summary = "A picture at one of its widths; never changes")
    Mono<ResponseEntity<Resource>> picture(@PathVariable String file) {
        var name = FILE.matcher(file);
        var found =
                name.matches() ? pictures.find(name.group(1), Integer.parseInt(name.group(2))) : Mono.<Resource>empty();
        return found.map(resource -> ResponseEntity.ok()
                        .cacheControl(FOREVER)
                        .eTag('"' + file.substring(0, file.length() - ".webp".length()) + '"')
                        .contentType(WEBP)
                        .body(resource))
                .switchIfEmpty(Mono.error(() -> new ProblemException(MediaProblem.NOT_FOUND)));
    }

    @PostMapping(
            path = "/api/v1/pictures",
            consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Send a picture",
            description = "JPEG, PNG or WebP, as the bytes say. It is drawn anew in several sizes; what else the file"
                    + " held is dropped. The same picture sent twice is one.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    Mono<Picture> upload(
            @Parameter(hidden = true) ServerHttpRequest request,
            @AuthenticationPrincipal Caller uploader,
            @Parameter(hidden = true) Language language) {
        if (uploader.guest()) {
            throw new ProblemException(AccountProblem.NOT_ALLOWED);
        }
        return SentFile.read(request, Pictures.MOST_BYTES)
                .flatMap(file -> pictures.add(file, uploader.id()))
                .map(picture -> picture.in(language));
    }
}
