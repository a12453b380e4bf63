package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.AccountQueries;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.Assurance;
import vn.ocop.marketplace.account.Authenticators;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Consents;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.account.Person;
import vn.ocop.marketplace.account.PersonalDataDesk;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.account.Profile;
import vn.ocop.marketplace.account.Sessions;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "My account", description = "Profile, sessions, second factor, consents, personal data")
class MeController {

    private final AccountQueries accounts;
    private final Profile profile;
    private final Sessions sessions;
    private final Authenticators authenticators;
    private final Consents consents;
    private final PersonalDataDesk personalData;

    MeController(
            AccountQueries accounts,
            Profile profile,
            Sessions sessions,
            Authenticators authenticators,
            Consents consents,
            PersonalDataDesk personalData) {
        this.accounts = accounts;
        this.profile = profile;
        this.sessions = sessions;
        this.authenticators = authenticators;
        this.consents = consents;
        this.personalData = personalData;
    }

    record MeResponse(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            boolean guest,
            boolean hasPassword,
            boolean phoneVerified,
            boolean emailVerified,
            Assurance assurance,
            boolean secondFactor,
            List<MembershipResponse> memberships,
            List<MandateForMe> mandates) {}

    /** A shop one works for by mandate, and for whom that is. */
    record MandateForMe(
            UUID id, UUID shopId, String name, String householdName, List<Permission> permissions, LocalDate validTo) {

        static MandateForMe of(AccountQueries.Mandated mandated) {
            var mandate = mandated.mandate();
            return new MandateForMe(
                    mandate.id(),
                    mandated.shop(),
                    mandated.name(),
                    mandate.householdName(),
                    mandate.permissions().stream().sorted().toList(),
                    mandate.validTo());
        }
    }

    /** A membership with {@code waits} is out of force until a second factor is given. */
    record MembershipResponse(
            Membership.Kind kind,
            String scope,
            String name,
            boolean owner,
            List<Permission> permissions,
            boolean waits) {}

    record RenameRequest(@NotBlank @Size(max = 100) String name) {}

    record ProvenRequest(
            @NotNull UUID codeId, @NotBlank @Size(max = 20) String code) {

        @Override
        public String toString() {
            return "ProvenRequest";
        }
    }

    record PasswordRequest(
            @Nullable @Size(max = 128) String current,
            @NotBlank @Size(min = 8, max = 128) String password) {

        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }

    record OwnSessionResponse(
            UUID id,
            @Nullable String device,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            Instant expiresAt,
            boolean secondFactor,
            boolean current) {}

    record OwnSessionsResponse(List<OwnSessionResponse> items) {}

    record AuthenticatorResponse(boolean active, int recoveryCodes) {}

    record EnrolmentResponse(String secret, String uri) {}

    record AppCodeRequest(@NotBlank @Size(max = 30) String code) {

        @Override
        public String toString() {
            return "AppCodeRequest";
        }
    }

    record RecoveryCodesResponse(List<String> codes) {}

    record ConsentRequest(
            @NotNull Consents.Purpose purpose,
            @NotBlank @Size(max = 20) String version,
            @NotNull Boolean granted) {}

    record ConsentResponse(Consents.Purpose purpose, String version, boolean granted, Instant at) {}

    record ConsentsResponse(List<ConsentResponse> items) {}

    record DocumentResponse(Consents.Purpose purpose, String version, String inForceFrom, String title, String text) {}

    record DocumentsResponse(List<DocumentResponse> items) {}

    @GetMapping("/me")
    @Operation(summary = "Who the bearer is and what they work for")
    Mono<MeResponse> me(@AuthenticationPrincipal Caller caller) {
        return Mono.zip(accounts.person(caller.id()), accounts.workplaces(caller), accounts.mandates(caller))
                .map(known -> response(caller, known.getT1(), known.getT2(), known.getT3()));
    }

    private static MeResponse response(
            Caller caller,
            Person person,
            List<AccountQueries.Workplace> workplaces,
            List<AccountQueries.Mandated> mandates) {
        var phone = person.phone();
        var session = caller.session();
        return new MeResponse(
                person.id(),
                person.name(),
                phone == null ? null : PhoneNumbers.national(phone),
                person.email(),
                person.guest(),
                person.hasPassword(),
                person.phoneVerified(),
                person.emailVerified(),
                session == null ? Assurance.NONE : session.assurance(),
                session != null && session.secondFactor(),
                workplaces.stream().map(MeController::response).toList(),
                mandates.stream().map(MandateForMe::of).toList());
    }

    private static MembershipResponse response(AccountQueries.Workplace work) {
        var membership = work.membership();
        return new MembershipResponse(
                membership.kind(),
                membership.scope(),
                work.name(),
                membership.owner(),
                membership.allowed().stream().sorted().toList(),
                work.waits());
    }

    private static Caller member(Caller caller) {
        if (caller.guest()) {
            throw new ProblemException(AccountProblem.MEMBERS_ONLY);
        }
        return caller;
    }

    @PatchMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change one's name")
    Mono<Void> rename(@Valid @RequestBody RenameRequest request, @AuthenticationPrincipal Caller caller) {
        return profile.rename(member(caller), request.name());
    }

    @PostMapping("/me/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a phone or e-mail that a code has proven in the place of the one before")
    Mono<Void> contact(@Valid @RequestBody ProvenRequest request, @AuthenticationPrincipal Caller caller) {
        return profile.setContact(member(caller), request.codeId(), request.code());
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a password; all other sessions end")
    Mono<Void> password(@Valid @RequestBody PasswordRequest request, @AuthenticationPrincipal Caller caller) {
        return profile.setPassword(member(caller), request.current(), request.password());
    }

    @GetMapping("/me/sessions")
    @Operation(summary = "Where one is signed in")
    Mono<OwnSessionsResponse> sessions(@AuthenticationPrincipal Caller caller) {
        var current = caller.session() == null ? null : caller.session().id();
        return sessions.of(caller)
                .map(session -> new OwnSessionResponse(
                        session.id(),
                        session.device(),
                        session.createdAt(),
                        session.lastSeenAt(),
                        session.expiresAt(),
                        session.secondFactor(),
                        session.id().equals(current)))
                .collectList()
                .map(OwnSessionsResponse::new);
    }

    @DeleteMapping("/me/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of one's sessions")
    Mono<Void> endSession(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return sessions.revoke(caller, id);
    }

    @DeleteMapping("/me/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End all of one's sessions but this one")
    Mono<Void> endOtherSessions(@AuthenticationPrincipal Caller caller) {
        return sessions.revokeOthers(caller);
    }

    @GetMapping("/me/authenticator")
    @Operation(summary = "Whether a second factor is set up")
    Mono<AuthenticatorResponse> authenticator(@AuthenticationPrincipal Caller caller) {
        return authenticators
                .state(caller.id())
                .map(state -> new AuthenticatorResponse(state.active(), state.recoveryCodes()));
    }

    @PostMapping("/me/authenticator")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin to set up an authenticator app; the secret is shown once")
    Mono<EnrolmentResponse> beginAuthenticator(@AuthenticationPrincipal Caller caller) {
        return accounts.person(member(caller).id())
                .flatMap(person -> authenticators.begin(caller, accountName(person)))
                .map(enrolment -> new EnrolmentResponse(enrolment.secret(), enrolment.uri()));
    }

    private static String accountName(Person person) {
        var phone = person.phone();
        return phone == null ? String.valueOf(person.email()) : PhoneNumbers.national(phone);
    }

    @PutMapping("/me/authenticator")
    @Operation(summary = "Finish with the app's first code; answers the recovery codes, once")
    Mono<RecoveryCodesResponse> confirmAuthenticator(
            @Valid @RequestBody AppCodeRequest request, @AuthenticationPrincipal Caller caller) {
        return authenticators.confirm(member(caller), request.code()).map(RecoveryCodesResponse::new);
    }

    @PostMapping("/me/authenticator/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the authenticator app; officers and administrators keep theirs")
    Mono<Void> removeAuthenticator(@Valid @RequestBody AppCodeRequest request, @AuthenticationPrincipal Caller caller) {
        return authenticators.remove(member(caller), request.code());
    }

    @GetMapping("/documents")
    @Operation(summary = "The operating regulation and the other texts people agree to, in force today")
    Mono<DocumentsResponse> documents(Language language) {
        return consents.documents()
                .map(document -> new DocumentResponse(
                        document.purpose(),
                        document.version(),
                        document.inForceFrom().toString(),
                        language.choose(document.titleVi(), document.titleEn()),
                        language.choose(document.textVi(), document.textEn())))
                .collectList()
                .map(DocumentsResponse::new);
    }

    @GetMapping("/me/consents")
    @Operation(summary = "What one agreed to last, by purpose")
    Mono<ConsentsResponse> consents(@AuthenticationPrincipal Caller caller) {
        return consents.of(Act.Owner.person(caller.id()))
                .map(consent ->
                        new ConsentResponse(consent.purpose(), consent.version(), consent.granted(), consent.at()))
                .collectList()
                .map(ConsentsResponse::new);
    }

    @PostMapping("/me/consents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree to a version of a text, or take it back")
    Mono<Void> consent(@Valid @RequestBody ConsentRequest request, @AuthenticationPrincipal Caller caller) {
        return consents.record(
                member(caller), Act.Owner.person(caller.id()), request.purpose(), request.version(), request.granted());
    }

    @GetMapping("/me/export")
    @Operation(summary = "Everything the marketplace knows of the bearer")
    Mono<Map<String, Object>> export(@AuthenticationPrincipal Caller caller) {
        return personalData.export(caller);
    }

    @PostMapping("/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete the account; needs a code sent to its own phone or e-mail")
    Mono<Void> erase(@Valid @RequestBody ProvenRequest request, @AuthenticationPrincipal Caller caller) {
        return personalData.erase(member(caller), request.codeId(), request.code());
    }
}
