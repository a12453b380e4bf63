package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.account.AuditQueries;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Invitations;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Workplaces", description = "Who works where: staff, invitations, the audit log")
class StaffController {

    private final Memberships memberships;
    private final Invitations invitations;
    private final AuditQueries audit;

    StaffController(Memberships memberships, Invitations invitations, AuditQueries audit) {
        this.memberships = memberships;
        this.invitations = invitations;
        this.audit = audit;
    }

    record WorkerResponse(
            UUID personId,
            @Nullable String name,
            boolean owner,
            List<String> permissions,
            boolean secondFactor,
            Instant since) {}

    record StaffResponse(List<WorkerResponse> items, List<OpenInvitationResponse> invitations) {}

    record OpenInvitationResponse(
            UUID id, boolean owner, List<Permission> permissions, String note, Instant expiresAt) {}

    record GrantRequest(boolean owner, @NotNull Set<Permission> permissions) {

        Memberships.Grant grant() {
            return new Memberships.Grant(owner, permissions);
        }
    }

    record InvitationRequest(
            boolean owner,
            @NotNull Set<Permission> permissions,
            @Nullable @Size(max = 100) String note) {

        Memberships.Grant grant() {
            return new Memberships.Grant(owner, permissions);
        }
    }

    record InvitationResponse(UUID id, String token, Instant expiresAt) {}

    record TokenRequest(@NotBlank @Size(max = 100) String token) {

        @Override
        public String toString() {
            return "TokenRequest";
        }
    }

    record ShownInvitationResponse(
            Membership.Kind kind,
            String scope,
            String workplace,
            boolean owner,
            List<Permission> permissions,
            Instant expiresAt) {}

    record PlaceResponse(Membership.Kind kind, String scope) {}

    record AuditEntryResponse(
            UUID id,
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actorName,
            boolean onBehalf,
            String action,
            String ownerKind,
            String ownerScope,
            @Nullable String province,
            @Nullable String subject,
            @Nullable String reason,
            JsonNode details) {}

    record AuditPageResponse(
            List<AuditEntryResponse> items, @Nullable String next) {}

    private static List<Permission> sorted(Set<Permission> permissions) {
        return permissions.stream().sorted().toList();
    }

    @GetMapping("/workplaces/{kind}/{scope}/staff")
    @Operation(summary = "Who works there, and who is invited")
    Mono<StaffResponse> staff(
            @PathVariable Membership.Kind kind, @PathVariable String scope, @AuthenticationPrincipal Caller caller) {
        var place = new Memberships.Place(kind, scope);
        return Mono.zip(memberships.staff(place, caller), invitations.open(place, caller))
                .map(both -> new StaffResponse(
                        both.getT1().stream()
                                .map(worker -> new WorkerResponse(
                                        worker.personId(),
                                        worker.name(),
                                        worker.owner(),
                                        worker.permissions(),
                                        worker.secondFactor(),
                                        worker.since()))
                                .toList(),
                        both.getT2().stream()
                                .map(open -> new OpenInvitationResponse(
                                        open.id(),
                                        open.grant().owner(),
                                        sorted(open.grant().permissions()),
                                        open.note(),
                                        open.expiresAt()))
                                .toList()));
    }

    @PutMapping("/workplaces/{kind}/{scope}/staff/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change what somebody may do there; nobody hands out more than they have")
    Mono<Void> change(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID personId,
            @Valid @RequestBody GrantRequest request,
            @AuthenticationPrincipal Caller caller) {
        return memberships.change(new Memberships.Place(kind, scope), personId, request.grant(), caller);
    }

    @DeleteMapping("/workplaces/{kind}/{scope}/staff/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove somebody, or leave; the last owner stays")
    Mono<Void> remove(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID personId,
            @AuthenticationPrincipal Caller caller) {
        return memberships.remove(new Memberships.Place(kind, scope), personId, caller);
    }

    @PostMapping("/workplaces/{kind}/{scope}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a link by which one person may come to work there; shown once")
    Mono<InvitationResponse> invite(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @Valid @RequestBody InvitationRequest request,
            @AuthenticationPrincipal Caller caller) {
        var note = request.note() == null ? "" : request.note();
        return invitations
                .make(new Memberships.Place(kind, scope), request.grant(), note, caller)
                .map(made -> new InvitationResponse(made.id(), made.token(), made.expiresAt()));
    }

    @DeleteMapping("/workplaces/{kind}/{scope}/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an invitation back")
    Mono<Void> takeBack(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller) {
        return invitations.takeBack(new Memberships.Place(kind, scope), id, caller);
    }

    @PostMapping("/invitation-lookups")
    @Operation(summary = "What an invitation is for; the token goes in the body, so that no log keeps it")
    Mono<ShownInvitationResponse> show(@Valid @RequestBody TokenRequest request) {
        return invitations
                .show(request.token())
                .map(shown -> new ShownInvitationResponse(
                        shown.invitation().place().kind(),
                        shown.invitation().place().scope(),
                        shown.workplace(),
                        shown.invitation().grant().owner(),
                        sorted(shown.invitation().grant().permissions()),
                        shown.invitation().expiresAt()));
    }

    @PostMapping("/invitation-acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Accept an invitation; it works once")
    Mono<PlaceResponse> accept(@Valid @RequestBody TokenRequest request, @AuthenticationPrincipal Caller caller) {
        return invitations.accept(request.token(), caller).map(place -> new PlaceResponse(place.kind(), place.scope()));
    }

    @GetMapping("/workplaces/{kind}/{scope}/audit")
    @Operation(summary = "What was done there and on its behalf, newest first")
    Mono<AuditPageResponse> audit(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") int limit,
            @AuthenticationPrincipal Caller caller) {
        return audit.ofWorkplace(kind, scope, new AuditQueries.Filter(actor, action, subject, after, limit), caller)
                .map(page -> new AuditPageResponse(
                        page.items().stream()
                                .map(entry -> new AuditEntryResponse(
                                        entry.id(),
                                        entry.at(),
                                        entry.actorId(),
                                        entry.actorName(),
                                        entry.onBehalf(),
                                        entry.action(),
                                        entry.ownerKind(),
                                        entry.ownerScope(),
                                        entry.province(),
                                        entry.subject(),
                                        entry.reason(),
                                        entry.details()))
                                .toList(),
                        page.next()));
    }
}
