package vn.ocop.marketplace.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.web.SeenVersion;
import vn.ocop.marketplace.territory.EditFloor;
import vn.ocop.marketplace.territory.Floor;
import vn.ocop.marketplace.territory.TerritoryProblem;

@RestController
@RequestMapping("/api/v1/provinces/{code}/floor")
@Tag(name = "Platform desk: floors", description = "The front pages of the provinces")
class FloorController {

    private static final String COLOUR = "#[0-9A-Fa-f]{6}";
    private static final String PORTAL = "https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}";
    private static final String HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}";

    private final EditFloor editFloor;

    FloorController(EditFloor editFloor) {
        this.editFloor = editFloor;
    }

    /** A floor; without colours it has the platform's. */
    record FloorRequest(
            @NotBlank @Size(max = 100) String headline,
            @Nullable @Size(max = 100) String headlineEn,
            @Nullable @Size(max = 500) String intro,
            @Nullable @Size(max = 500) String introEn,
            @Nullable @Pattern(regexp = COLOUR) String leaf,
            @Nullable @Pattern(regexp = COLOUR) String lacquer,
            @Nullable UUID bannerId,

            @Nullable @Size(max = 5) List<@NotNull @Size(max = 100) @Pattern(regexp = HOST) String> hosts,

            @Nullable @Size(max = 5) List<@NotNull @Size(max = 120) @Pattern(regexp = PORTAL) String> portals) {

        Floor floor(String province) {
            return new Floor(
                    province,
                    new LocalizedText(headline, Objects.requireNonNullElse(headlineEn, headline)),
                    new LocalizedText(Objects.requireNonNullElse(intro, ""), Objects.requireNonNullElse(introEn, "")),
                    brand(),
                    null,
                    Objects.requireNonNullElse(hosts, List.of()),
                    Objects.requireNonNullElse(portals, List.of()));
        }

        private Floor.@Nullable Brand brand() {
            return leaf == null
                    ? null
                    : new Floor.Brand(
                            leaf.toUpperCase(Locale.ROOT),
                            Objects.requireNonNullElse(lacquer, leaf).toUpperCase(Locale.ROOT));
        }
    }

    record EditedFloorResponse(
            String code,
            LocalizedText headline,
            LocalizedText intro,
            Floor.@Nullable Brand brand,
            @Nullable Picture banner,
            List<String> hosts,
            List<String> portals,
            long version) {

        static EditedFloorResponse of(EditFloor.EditedFloor edited) {
            var floor = edited.floor();
            return new EditedFloorResponse(
                    floor.provinceCode(),
                    floor.headline(),
                    floor.intro(),
                    floor.brand(),
                    floor.banner() == null ? null : floor.banner().in(Language.VI),
                    floor.hosts(),
                    floor.portals(),
                    edited.version());
        }
    }

    @GetMapping
    @Operation(summary = "A floor as it is edited, in both languages")
    Mono<ResponseEntity<EditedFloorResponse>> floor(
            @PathVariable String code, @AuthenticationPrincipal Caller administrator) {
        return editFloor.find(code, administrator).map(FloorController::answer);
    }

    @PutMapping
    @Operation(
            summary = "Give a province its front page",
            description = "If-Match carries the version that was seen. White text must be readable on both colours.")
    Mono<ResponseEntity<EditedFloorResponse>> save(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FloorRequest request,
            @AuthenticationPrincipal Caller administrator) {
        return editFloor
                .save(request.floor(code), request.bannerId(), version(ifMatch), administrator)
                .map(FloorController::answer);
    }

    private static ResponseEntity<EditedFloorResponse> answer(EditFloor.EditedFloor edited) {
        return ResponseEntity.ok().eTag(SeenVersion.tag(edited.version())).body(EditedFloorResponse.of(edited));
    }

    private static long version(@Nullable String ifMatch) {
        return SeenVersion.of(ifMatch, TerritoryProblem.FLOOR_STALE, TerritoryProblem.FLOOR_STALE);
    }
}
