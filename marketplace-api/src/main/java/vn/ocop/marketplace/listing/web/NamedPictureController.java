package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.listing.AddNamedPictures;
import vn.ocop.marketplace.platform.Language;

@RestController
@RequestMapping("/api/v1/shops/{shopId}/named-pictures")
@Tag(name = "Shelves", description = "Listings for those who work on them: sellers and officers")
class NamedPictureController {

    private final AddNamedPictures addNamedPictures;
    private final MessageSource messages;

    NamedPictureController(AddNamedPictures addNamedPictures, MessageSource messages) {
        this.addNamedPictures = addNamedPictures;
        this.messages = messages;
    }

    record NamedPicture(
            @NotBlank @Size(max = 200) String name, @NotNull UUID pictureId) {}

    record NamedPictures(@NotEmpty @Size(max = 100) List<@NotNull @Valid NamedPicture> pictures) {}

    /** Without a listing no row goes by that name; with one and a message it was refused there. */
    record PlacedPicture(
            String name,
            @Nullable UUID listingId,
            boolean done,
            @Nullable String message) {}

    record PlacedPictures(List<PlacedPicture> items) {}

    @PostMapping
    @Operation(
            summary = "Put pictures to the listings whose codes their files are named by",
            description = "TC-200.jpg is of the listing or choice with the code TC-200, TC-200-2.jpg its second"
                    + " picture. Each listing succeeds or fails by itself.")
    Mono<PlacedPictures> add(
            @PathVariable UUID shopId,
            @Valid @RequestBody NamedPictures request,
            @AuthenticationPrincipal Caller seller,
            @Parameter(hidden = true) Language language) {
        var named = request.pictures().stream()
                .map(one -> new AddNamedPictures.Named(one.name(), one.pictureId(), 0))
                .toList();
        return addNamedPictures
                .add(shopId, named, seller)
                .map(placed -> new PlacedPictures(
                        placed.stream().map(one -> told(one, language)).toList()));
    }

    private PlacedPicture told(AddNamedPictures.Placed placed, Language language) {
        var why = placed.refusal();
        var message = why == null
                ? null
                : messages.getMessage(
                        why.problem().code() + ".detail",
                        why.arguments(),
                        why.problem().code(),
                        language.locale());
        return new PlacedPicture(placed.name(), placed.listing(), placed.listing() != null && why == null, message);
    }
}
