package vn.ocop.marketplace.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where the site's own visitor comes from and with what. The API counts tries by it, since to it all visitors would
 * otherwise come from one address: the site's.
 */
record Visitor(@Nullable String forwarded, @Nullable String agent) {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int LONGEST = 300;

    static Visitor of(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        var before = request.getHeaders().getFirst(FORWARDED);
        var nearest = peer == null || peer.getAddress() == null
                ? null
                : peer.getAddress().getHostAddress();
        var forwarded = before == null || before.length() > LONGEST ? nearest : before + ", " + nearest;
        return new Visitor(forwarded, request.getHeaders().getFirst(HttpHeaders.USER_AGENT));
    }

    void write(HttpHeaders headers) {
        if (forwarded != null) {
            headers.set(FORWARDED, forwarded);
        }
        if (agent != null && agent.length() <= LONGEST) {
            headers.set(HttpHeaders.USER_AGENT, agent);
        }
    }
}
