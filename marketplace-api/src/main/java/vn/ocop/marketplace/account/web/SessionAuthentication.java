package vn.ocop.marketplace.account.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Sessions;

/** Resolves a bearer token to the {@link vn.ocop.marketplace.account.Caller} that controllers receive as principal. */
class SessionAuthentication implements ReactiveAuthenticationManager {

    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;

    SessionAuthentication(Sessions sessions) {
        this.sessions = sessions;
    }

    static Mono<Authentication> bearerToken(ServerWebExchange exchange) {
        return Mono.justOrEmpty(token(exchange))
                .map(token -> UsernamePasswordAuthenticationToken.unauthenticated("session", token));
    }

    static Optional<String> token(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(SCHEME) && header.length() < 200
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        return sessions.resolve(String.valueOf(presented.getCredentials()))
                .<Authentication>map(
                        caller -> UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("no such session")));
    }
}
