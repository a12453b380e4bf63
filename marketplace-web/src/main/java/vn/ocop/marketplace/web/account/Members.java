package vn.ocop.marketplace.web.account;

import java.util.Map;
import java.util.function.Function;
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

    Mono<Person> signIn(Visit visit, ServerHttpResponse response, String login, String password) {
        var body = Map.of("login", login, "password", password);
        return open(visit, response, ApiAddress.of("/api/v1/sessions"), body);
    }

    Mono<Person> signUp(Visit visit, ServerHttpResponse response, String name, String login, String password) {
        var kind = login.contains("@") ? "email" : "phone";
        var body = Map.of("name", name, kind, login, "password", password);
        return open(visit, response, ApiAddress.of("/api/v1/accounts"), body);
    }

    private Mono<Person> open(Visit visit, ServerHttpResponse response, ApiAddress address, Object body) {
        Function<Caller, Mono<Sessions.Opened>> opening =
                caller -> api.post(caller, address, body, Sessions.Opened.class);
        return opening.apply(visit.caller())
                // A session that has run out must not stand in the way of a new one.
                .onErrorResume(
                        error -> visit.token() != null && ownSessionGone(error), gone -> opening.apply(visit.anyone()))
                .flatMap(opened -> people.who(new Caller(visit.language(), opened.token()))
                        .doOnNext(person -> sessions.remember(opened, response)));
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
