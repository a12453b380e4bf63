package vn.ocop.marketplace.web.site;

import java.time.Clock;
import java.time.Instant;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.api.MarketplaceApi;

/** Gives a visitor a session at the API when one is first needed: a guest's, at the first thing put into a cart. */
@Component
public class Sessions {

    private final MarketplaceApi api;
    private final SessionCookie cookie;
    private final Clock clock;

    Sessions(MarketplaceApi api, SessionCookie cookie, Clock clock) {
        this.api = api;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The visitor as a caller with a token; a new guest's is put on the response. */
    public Mono<Caller> existingOrGuest(Visit visit, ServerHttpResponse response) {
        if (visit.token() != null) {
            return Mono.just(visit.caller());
        }
        return newGuest(visit, response);
    }

    /** A fresh guest, also for a visitor whose session the API no longer knows. */
    public Mono<Caller> newGuest(Visit visit, ServerHttpResponse response) {
        return api.post(visit.anyone(), ApiAddress.of("/api/v1/guests"), null, Opened.class)
                .doOnNext(opened -> remember(opened, response))
                .map(opened -> new Caller(visit.language(), opened.token()));
    }

    public void remember(Opened opened, ServerHttpResponse response) {
        cookie.write(response, opened.token(), opened.expiresAt(), clock.instant());
    }

    public void forget(ServerHttpResponse response) {
        cookie.clear(response);
    }

    /** What the API answers when it opens a session. */
    public record Opened(String token, Instant expiresAt) {}
}
