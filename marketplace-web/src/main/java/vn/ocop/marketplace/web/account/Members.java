package vn.ocop.marketplace.web.account;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Sessions;
import vn.ocop.marketplace.web.site.Visit;

/** Opens and ends members' sessions; a guest's session is handed over, so that the cart comes along. */
@Component
class Members {

    private static final String OWN_SESSION_GONE = "account.sign-in-needed";

    private final MarketplaceApi api;
    private final People people;
    private final Sessions sessions;

    Members(MarketplaceApi api, People people, Sessions sessions) {
        this.api = api;
        this.people = people;
        this.sessions = sessions;
    }

    /** A code on its way. */
    record SentCode(String id, String sentTo) {}

    /** A session, or with {@code secondFactorNeeded} the token of the next question. */
    record Answered(String token, Instant expiresAt, boolean secondFactorNeeded) {}

    /** Who has come in, or the token with which the second factor is to be given. */
    record Entered(@Nullable Person person, @Nullable String half) {}

    record Provider(@Nullable String name) {}

    record Begun(String authorizationUri, String state) {}

    Mono<SentCode> sendCode(Visit visit, String purpose, String destination) {
        var body = Map.of("purpose", purpose, "destination", destination);
        return asVisitor(visit, caller -> api.post(caller, ApiAddress.of("/api/v1/codes"), body, SentCode.class));
    }

    Mono<Entered> signIn(Visit visit, ServerHttpResponse response, String login, String password) {
        return enter(visit, response, "/api/v1/sessions", Map.of("login", login, "password", password));
    }

    Mono<Entered> signInByCode(Visit visit, ServerHttpResponse response, String codeId, String code) {
        return enter(visit, response, "/api/v1/sessions", Map.of("codeId", codeId, "code", code));
    }

    /** Who has just signed up may name the team that helped; what stands against that does not undo the account. */
    Mono<Entered> signUp(Visit visit, ServerHttpResponse response, String codeId, NewMember member, String code) {
        var body = Map.of("codeId", codeId, "code", code, "name", member.name());
        return asVisitor(visit, caller -> api.post(caller, ApiAddress.of("/api/v1/accounts"), body, Answered.class))
                .delayUntil(answered -> nameTeam(visit, answered, member.team()))
                .flatMap(answered -> remembered(visit, response, answered));
    }

    /** Who wants an account; the code of the team that helped, or empty. */
    record NewMember(String name, String team) {}

    private Mono<Void> nameTeam(Visit visit, Answered answered, String team) {
        return team.isEmpty()
                ? Mono.empty()
                : api.put(
                                new Caller(visit.language(), answered.token()),
                                ApiAddress.of("/api/v1/me/team"),
                                Map.of("code", team, "occasion", "SIGN_UP"),
                                Object.class)
                        .onErrorComplete(ApiProblem.class)
                        .then();
    }

    /** Whether a team goes by this code; a code nobody gave is none to complain about. */
    Mono<Boolean> isTeam(Visit visit, String code) {
        return code.isEmpty()
                ? Mono.just(true)
                : api.get(visit.anyone(), ApiAddress.of("/api/v1/team-codes").segment(code), Object.class)
                        .map(found -> true)
                        .onErrorResume(
                                why -> why instanceof ApiProblem problem && problem.status() == 404,
                                unknown -> Mono.just(false));
    }

    Mono<Entered> secondFactor(Visit visit, ServerHttpResponse response, String half, String code) {
        return enter(visit, response, "/api/v1/second-factors", Map.of("token", half, "code", code));
    }

    Mono<Entered> vouchedFor(Visit visit, ServerHttpResponse response, String state, String code) {
        return enter(visit, response, "/api/v1/identity-sign-ins/completions", Map.of("state", state, "code", code));
    }

    /** The name of the identity provider, empty when there is none or the API is away. */
    Mono<Provider> provider(Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/identity-provider"), Provider.class)
                .onErrorReturn(new Provider(null));
    }

    Mono<Begun> beginIdentity(Visit visit) {
        return asVisitor(
                visit, caller -> api.post(caller, ApiAddress.of("/api/v1/identity-sign-ins"), Map.of(), Begun.class));
    }

    private Mono<Entered> enter(Visit visit, ServerHttpResponse response, String path, Object body) {
        return asVisitor(visit, caller -> api.post(caller, ApiAddress.of(path), body, Answered.class))
                .flatMap(answered -> answered.secondFactorNeeded()
                        ? Mono.just(new Entered(null, answered.token()))
                        : remembered(visit, response, answered));
    }

    private Mono<Entered> remembered(Visit visit, ServerHttpResponse response, Answered answered) {
        return people.who(new Caller(visit.language(), answered.token()))
                .doOnNext(person ->
                        sessions.remember(new Sessions.Opened(answered.token(), answered.expiresAt()), response))
                .map(person -> new Entered(person, null));
    }

    /** A session that has run out must not stand in the way of a new one. */
    private static <T> Mono<T> asVisitor(Visit visit, Function<Caller, Mono<T>> call) {
        return call.apply(visit.caller())
                .onErrorResume(
                        error -> visit.token() != null && ownSessionGone(error), gone -> call.apply(visit.anyone()));
    }

    private static boolean ownSessionGone(Throwable error) {
        return error instanceof ApiProblem problem && problem.code().equals(OWN_SESSION_GONE);
    }

    /** Ends the session here even if the API cannot be told. */
    Mono<Void> signOut(Visit visit, ServerHttpResponse response) {
        sessions.forget(response);
        return visit.token() == null
                ? Mono.empty()
                : api.delete(visit.caller(), ApiAddress.of("/api/v1/sessions/current"), Void.class)
                        .onErrorComplete();
    }
}
