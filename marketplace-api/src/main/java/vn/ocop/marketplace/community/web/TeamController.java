package vn.ocop.marketplace.community.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import vn.ocop.marketplace.account.Invitations;
import vn.ocop.marketplace.community.Credits;
import vn.ocop.marketplace.community.Household;
import vn.ocop.marketplace.community.Rung;
import vn.ocop.marketplace.community.Team;
import vn.ocop.marketplace.community.TeamFigures;
import vn.ocop.marketplace.community.TeamPurchases;
import vn.ocop.marketplace.community.Teams;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Community teams", description = "Teams that help people onto the marketplace, and what became of it")
class TeamController {

    private final Teams teams;
    private final TeamFigures figures;
    private final Credits credits;
    private final Territory territory;

    TeamController(Teams teams, TeamFigures figures, Credits credits, Territory territory) {
        this.teams = teams;
        this.figures = figures;
        this.credits = credits;
        this.territory = territory;
    }

    record FoundingRequest(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 10) String communeCode,
            @Nullable @Size(max = 100) String hamlet) {}

    /** The code is shown to those who lead or are the team, to be handed on. */
    record TeamResponse(
            UUID id,
            String code,
            String name,
            String provinceCode,
            String communeCode,
            @Nullable String commune,
            @Nullable String hamlet,
            boolean open,
            Instant createdAt) {}

    /**
     * @param reached how many households have reached each rung
     * @param buyers whom the team brought to buy
     */
    record TeamFiguresResponse(TeamResponse team, Map<Rung, Integer> reached, int buyers) {}

    record TeamFiguresList(List<TeamFiguresResponse> items) {}

    record TeamLadderResponse(TeamResponse team, Map<Rung, Integer> reached, int buyers, List<Household> households) {}

    /** What everybody may know of a team whose code they were told. */
    record NamedTeamResponse(
            String code,
            String name,
            @Nullable String commune,
            @Nullable String hamlet) {}

    record HeadRequest(@Nullable @Size(max = 100) String note) {}

    /** The token is shown once. */
    record HeadInvitationResponse(UUID id, String token, Instant expiresAt) {

        static HeadInvitationResponse of(Invitations.Made made) {
            return new HeadInvitationResponse(made.id(), made.token(), made.expiresAt());
        }
    }

    record NamingRequest(@NotBlank @Size(max = 20) String code, Credits.@NotNull Occasion occasion) {}

    private TeamResponse response(Team team) {
        return new TeamResponse(
                team.id(),
                team.code(),
                team.name(),
                team.provinceCode(),
                team.communeCode(),
                commune(team),
                team.hamlet(),
                team.open(),
                team.createdAt());
    }

    private @Nullable String commune(Team team) {
        return territory.commune(team.communeCode()).map(Commune::name).orElse(null);
    }

    @PostMapping("/province-desks/{code}/teams")
    @Operation(summary = "Found a community team in a commune of the province")
    @ApiResponse(responseCode = "201", description = "Founded; its head is invited next")
    Mono<ResponseEntity<TeamResponse>> found(
            @PathVariable String code,
            @Valid @RequestBody FoundingRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller officer) {
        var hamlet = request.hamlet();
        var founding = new Teams.Founding(
                code, request.name(), request.communeCode(), hamlet == null || hamlet.isBlank() ? null : hamlet);
        return teams.found(founding, officer, idempotencyKey)
                .map(team -> ResponseEntity.created(URI.create("/api/v1/teams/" + team.id()))
                        .body(response(team)));
    }

    @GetMapping("/province-desks/{code}/teams")
    @Operation(summary = "The teams of a province with what became of those they brought")
    Mono<TeamFiguresList> ofProvince(@PathVariable String code, @AuthenticationPrincipal Caller officer) {
        return figures.ofProvince(code, officer)
                .map(all -> new TeamFiguresList(all.stream()
                        .map(told -> new TeamFiguresResponse(
                                response(told.team()),
                                told.ladder().reached(),
                                told.ladder().buyers()))
                        .toList()));
    }

    @PostMapping("/province-desks/{code}/teams/{teamId}/heads")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite the head of a team, who invites its members")
    @ApiResponse(responseCode = "201", description = "The link's token, shown once")
    Mono<HeadInvitationResponse> inviteHead(
            @PathVariable String code,
            @PathVariable UUID teamId,
            @Valid @RequestBody HeadRequest request,
            @AuthenticationPrincipal Caller officer) {
        return teams.inviteHead(code, teamId, Objects.requireNonNullElse(request.note(), ""), officer)
                .map(HeadInvitationResponse::of);
    }

    @PostMapping("/province-desks/{code}/teams/{teamId}/closing")
    @Operation(summary = "Close a team: nobody can name it any more, what it did stays")
    Mono<TeamResponse> close(
            @PathVariable String code, @PathVariable UUID teamId, @AuthenticationPrincipal Caller officer) {
        return teams.close(code, teamId, officer).map(this::response);
    }

    @GetMapping("/teams/{teamId}")
    @Operation(summary = "A team's ladder: how far the households have got that it brought, for its own people")
    Mono<TeamLadderResponse> ladder(@PathVariable UUID teamId, @AuthenticationPrincipal Caller member) {
        return figures.ofTeam(teamId, member)
                .map(told -> new TeamLadderResponse(
                        response(told.team()),
                        told.ladder().reached(),
                        told.ladder().buyers(),
                        told.households()));
    }

    record TeamMonths(List<TeamPurchases.Month> items) {}

    @GetMapping("/teams/{teamId}/purchases")
    @Operation(summary = "What those bought whom the team brought, month by month and in sums only, for its own people")
    Mono<TeamMonths> purchases(@PathVariable UUID teamId, @AuthenticationPrincipal Caller member) {
        return figures.purchases(teamId, member).map(TeamMonths::new);
    }

    @GetMapping("/team-codes/{code}")
    @Operation(summary = "Whose code one was told")
    Mono<NamedTeamResponse> named(@PathVariable String code) {
        return teams.named(code).map(this::named);
    }

    private NamedTeamResponse named(Team team) {
        return new NamedTeamResponse(team.code(), team.name(), commune(team), team.hamlet());
    }

    @PutMapping("/me/team")
    @Operation(
            summary = "Name the team that helped one here",
            description = "Once: the first one named stays. A guest may name one too.")
    Mono<NamedTeamResponse> name(@Valid @RequestBody NamingRequest request, @AuthenticationPrincipal Caller person) {
        return credits.name(request.code(), request.occasion(), person).map(this::named);
    }
}
