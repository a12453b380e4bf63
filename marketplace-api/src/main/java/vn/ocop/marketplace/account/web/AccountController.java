package vn.ocop.marketplace.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.CodePurpose;
import vn.ocop.marketplace.account.IdentitySignIn;
import vn.ocop.marketplace.account.OneTimeCodes;
import vn.ocop.marketplace.account.Sessions;
import vn.ocop.marketplace.account.SignIn;
import vn.ocop.marketplace.account.SignUp;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sign-in", description = "Guests, sign-up by one-time code, sign-in, second factors, identity providers")
class AccountController {

    private final SignUp signUp;
    private final SignIn signIn;
    private final OneTimeCodes codes;
    private final IdentitySignIn identities;

    AccountController(SignUp signUp, SignIn signIn, OneTimeCodes codes, IdentitySignIn identities) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.codes = codes;
        this.identities = identities;
    }

    record CodeRequest(
            @NotNull CodePurpose purpose,
            @NotBlank @Size(max = 254) String destination) {

        @Override
        public String toString() {
            return "CodeRequest[" + purpose + "]";
        }
    }

    record CodeResponse(UUID id, String sentTo, Instant expiresAt, Instant againAt) {}

    record SignUpRequest(
            @NotNull UUID codeId,
            @NotBlank @Size(max = 20) String code,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(min = 8, max = 128) String password) {

        @Override
        public String toString() {
            return "SignUpRequest";
        }
    }

    /** Either login and password, or a code. */
    record SignInRequest(
            @Nullable @Size(max = 254) String login,
            @Nullable @Size(max = 128) String password,
            @Nullable UUID codeId,
            @Nullable @Size(max = 20) String code) {

        @Override
        public String toString() {
            return "SignInRequest";
        }
    }

    record SecondFactorRequest(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 30) String code) {

        @Override
        public String toString() {
            return "SecondFactorRequest";
        }
    }

    record IdentityCompletionRequest(
            @NotBlank @Size(max = 200) String state,
            @NotBlank @Size(max = 2000) String code) {

        @Override
        public String toString() {
            return "IdentityCompletionRequest";
        }
    }

    /** With {@code secondFactorNeeded} the token opens nothing but {@code /second-factors}. */
    record SessionResponse(String token, Instant expiresAt, boolean secondFactorNeeded) {}

    record IdentityProviderResponse(@Nullable String name) {}

    record IdentitySignInResponse(URI authorizationUri, String state) {}

    @PostMapping("/guests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a session for someone who has not signed in; carts and purchases belong to it")
    Mono<SessionResponse> guest() {
        return signIn.asGuest().map(AccountController::response);
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a one-time code to a phone or an e-mail address",
            description = "A code for signing in is only sent where there is an account; the answer does not tell.")
    Mono<CodeResponse> code(
            @Valid @RequestBody CodeRequest request,
            Language language,
            @AuthenticationPrincipal @Nullable Caller caller,
            ServerWebExchange exchange) {
        var asked = new OneTimeCodes.Request(
                request.purpose(), request.destination(), null, ClientAddress.of(exchange), language);
        var sent = switch (request.purpose()) {
            case SIGN_UP -> codes.send(asked);
            case SIGN_IN -> signIn.sendCode(asked);
            case CONTACT, ERASURE -> {
                if (caller == null || caller.guest()) {
                    throw new ProblemException(AccountProblem.MEMBERS_ONLY);
                }
                yield codes.send(asked);
            }
            // Sent by those who open shops for others, who say what it is about.
            case MANDATE ->
                throw new ProblemException(
                        PlatformProblem.INVALID, List.of(new FieldProblem("purpose", "field.invalid")));
        };
        return sent.map(code -> new CodeResponse(code.id(), code.sentTo(), code.expiresAt(), code.againAt()));
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Sign up with a one-time code; a guest's cart and purchases stay theirs",
            description = "Whoever has an account with this phone or e-mail already is signed in to it.")
    Mono<SessionResponse> signUp(
            @Valid @RequestBody SignUpRequest request,
            @AuthenticationPrincipal @Nullable Caller caller,
            ServerWebExchange exchange) {
        var application = new SignUp.Application(request.codeId(), request.code(), request.name(), request.password());
        return signUp.signUp(application, from(caller, exchange)).map(AccountController::response);
    }

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Sign in with phone or e-mail and password, or with a one-time code; a guest's cart comes along")
    Mono<SessionResponse> signIn(
            @Valid @RequestBody SignInRequest request,
            @AuthenticationPrincipal @Nullable Caller caller,
            ServerWebExchange exchange) {
        var from = from(caller, exchange);
        if (request.codeId() != null && request.code() != null) {
            return signIn.byCode(request.codeId(), request.code(), from).map(AccountController::response);
        }
        return signIn.byPassword(given("login", request.login()), given("password", request.password()), from)
                .map(AccountController::response);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(PlatformProblem.INVALID, List.of(new FieldProblem(field, "field.missing")));
        }
        return value;
    }

    @PostMapping("/second-factors")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Finish signing in with the code of an authenticator app, or a recovery code")
    Mono<SessionResponse> secondFactor(
            @Valid @RequestBody SecondFactorRequest request,
            @AuthenticationPrincipal @Nullable Caller caller,
            ServerWebExchange exchange) {
        return signIn.withSecondFactor(request.token(), request.code(), from(caller, exchange))
                .map(AccountController::response);
    }

    @DeleteMapping("/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the session of the bearer token")
    Mono<Void> signOut(ServerWebExchange exchange) {
        return Mono.justOrEmpty(SessionAuthentication.token(exchange)).flatMap(signIn::signOut);
    }

    @GetMapping("/identity-provider")
    @Operation(summary = "The OpenID provider one may sign in with, if there is one")
    IdentityProviderResponse identityProvider() {
        return new IdentityProviderResponse(identities.providerName().orElse(null));
    }

    @PostMapping("/identity-sign-ins")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin to sign in through the identity provider, or to have it vouch for one's account",
            description = "Send the browser to the address, and hold it to coming back with the state.")
    Mono<IdentitySignInResponse> beginIdentity(@AuthenticationPrincipal @Nullable Caller caller) {
        return identities.begin(caller).map(begun -> new IdentitySignInResponse(begun.address(), begun.state()));
    }

    @PostMapping("/identity-sign-ins/completions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Finish with the state and the code the provider sent the browser back with")
    Mono<SessionResponse> completeIdentity(
            @Valid @RequestBody IdentityCompletionRequest request,
            @AuthenticationPrincipal @Nullable Caller caller,
            ServerWebExchange exchange) {
        return identities
                .complete(request.state(), request.code(), from(caller, exchange))
                .map(AccountController::response);
    }

    private static SignIn.From from(@Nullable Caller caller, ServerWebExchange exchange) {
        var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return new SignIn.From(caller, ClientAddress.of(exchange), DeviceName.of(agent));
    }

    private static SessionResponse response(Sessions.Opened opened) {
        return new SessionResponse(opened.token(), opened.expiresAt(), false);
    }

    private static SessionResponse response(SignIn.Outcome outcome) {
        return new SessionResponse(
                outcome.opened().token(), outcome.opened().expiresAt(), outcome.secondFactorNeeded());
    }
}
