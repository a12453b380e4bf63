package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountQueries;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Person;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.account.Sessions;
import vn.ocop.marketplace.account.SignIn;
import vn.ocop.marketplace.account.SignUp;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Accounts", description = "Guests, members, sessions")
class AccountController {

    private final SignUp signUp;
    private final SignIn signIn;
    private final AccountQueries accounts;

    AccountController(SignUp signUp, SignIn signIn, AccountQueries accounts) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.accounts = accounts;
    }

    record SignUpRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 30) String phone,
            @Nullable @Size(max = 254) String email,
            @NotBlank @Size(min = 8, max = 128) String password) {

        @Override
        public String toString() {
            return "SignUpRequest";
        }
    }

    record SignInRequest(
            @NotBlank @Size(max = 254) String login,
            @NotBlank @Size(max = 128) String password) {

        @Override
        public String toString() {
            return "SignInRequest";
        }
    }

    record SessionResponse(String token, Instant expiresAt) {}

    record MeResponse(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            boolean guest,
            List<MembershipResponse> memberships) {}

    record MembershipResponse(Membership.Kind kind, String scope, String name) {}

    @PostMapping("/guests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a session for someone who has not signed in; carts and purchases belong to it")
    Mono<SessionResponse> guest() {
        return signIn.asGuest().map(AccountController::response);
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sign up with phone or e-mail; a guest's cart and purchases stay theirs")
    Mono<SessionResponse> signUp(
            @Valid @RequestBody SignUpRequest request, @AuthenticationPrincipal @Nullable Caller caller) {
        var application = new SignUp.Application(request.name(), request.phone(), request.email(), request.password());
        return signUp.signUp(application, caller).map(AccountController::response);
    }

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sign in with phone or e-mail and password; a guest's cart comes along")
    Mono<SessionResponse> signIn(
            @Valid @RequestBody SignInRequest request, @AuthenticationPrincipal @Nullable Caller caller) {
        return signIn.signIn(request.login(), request.password(), caller).map(AccountController::response);
    }

    @DeleteMapping("/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the session of the bearer token")
    Mono<Void> signOut(ServerWebExchange exchange) {
        return Mono.justOrEmpty(SessionAuthentication.token(exchange)).flatMap(signIn::signOut);
    }

    @GetMapping("/me")
    @Operation(summary = "Who the bearer is and what they work for")
    Mono<MeResponse> me(@AuthenticationPrincipal Caller caller) {
        return Mono.zip(accounts.person(caller.id()), accounts.workplaces(caller), AccountController::response);
    }

    private static SessionResponse response(Sessions.Opened opened) {
        return new SessionResponse(opened.token(), opened.expiresAt());
    }

    private static MeResponse response(Person person, List<AccountQueries.Workplace> workplaces) {
        var phone = person.phone();
        return new MeResponse(
                person.id(),
                person.name(),
                phone == null ? null : PhoneNumbers.national(phone),
                person.email(),
                person.guest(),
                workplaces.stream()
                        .map(work -> new MembershipResponse(work.kind(), work.scope(), work.name()))
                        .toList());
    }
}
