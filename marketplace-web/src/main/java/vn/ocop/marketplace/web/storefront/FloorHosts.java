package vn.ocop.marketplace.web.storefront;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Caller;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.SiteSettings;
import vn.ocop.marketplace.web.text.Language;

/** Knows which host names are the front doors of provincial floors. */
@Component
class FloorHosts {

    /** What stands for "this host is no floor's"; null cannot be cached. */
    static final String NONE = "";

    private final MarketplaceApi api;
    private final String ownHost;
    private final AsyncCache<String, String> slugs = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .buildAsync();

    FloorHosts(MarketplaceApi api, SiteSettings settings) {
        this.api = api;
        this.ownHost = Optional.ofNullable(settings.url().getHost()).orElse("localhost");
    }

    /** The slug of the floor this request came to; empty at the platform's own address. */
    Mono<String> slug(ServerHttpRequest request) {
        var host = host(request);
        return isOwn(host)
                ? Mono.just(NONE)
                : Mono.fromFuture(() -> slugs.get(host, (key, executor) -> ask(key).toFuture()), true);
    }

    /** The same without waiting, or null when it is not known yet. */
    @Nullable String slugIfKnown(ServerHttpRequest request) {
        var host = host(request);
        return isOwn(host) ? NONE : slugs.synchronous().getIfPresent(host);
    }

    private Mono<String> ask(String host) {
        return api.get(
                        Caller.anyone(Language.VI),
                        ApiAddress.of("/api/v1/floors").with("host", host),
                        Floor.class)
                .map(Floor::slug)
                .onErrorReturn(ApiProblem.class, NONE);
    }

    private boolean isOwn(String host) {
        return host.equals(ownHost) || host.equals("localhost") || host.isEmpty() || Character.isDigit(host.charAt(0));
    }

    private static String host(ServerHttpRequest request) {
        var address = request.getHeaders().getHost();
        return address == null ? "" : address.getHostString().toLowerCase(Locale.ROOT);
    }
}
