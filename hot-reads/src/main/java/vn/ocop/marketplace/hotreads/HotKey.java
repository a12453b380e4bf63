package vn.ocop.marketplace.hotreads;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** What tells one answer from another: path and query exactly as sent, and what the policy added. */
record HotKey(String target, String variant) {

    static HotKey of(ServerHttpRequest request, String variant) {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        return new HotKey(query == null ? uri.getRawPath() : uri.getRawPath() + '?' + query, variant);
    }
}
