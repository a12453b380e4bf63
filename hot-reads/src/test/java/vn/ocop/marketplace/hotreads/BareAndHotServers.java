package vn.ocop.marketplace.hotreads;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** Two servers of the same bytes for a load generator: bare Reactor Netty on 18090, hot reads on 18091. */
final class BareAndHotServers {

    private static final byte[] BODY =
            ("{\"description\":\"" + "Cà phê Khe Sanh ".repeat(110) + "\"}").getBytes(StandardCharsets.UTF_8);

    private BareAndHotServers() {}

    public static void main(String[] args) {
        var bare = HttpServer.create()
                .host("127.0.0.1")
                .port(18090)
                .handle((request, response) -> response.header("Content-Type", "application/json")
                        .header("Content-Length", Integer.toString(BODY.length))
                        .sendByteArray(Mono.just(BODY)))
                .bindNow();
        var hot = new HotReads(new Everything(), HotReadLimits.DEFAULTS)
                .apply((request, response) ->
                        Site.say(response, "public, max-age=1", new String(BODY, StandardCharsets.UTF_8)));
        HttpServer.create()
                .host("127.0.0.1")
                .port(18091)
                .handle(new ReactorHttpHandlerAdapter(hot))
                .bindNow(Duration.ofSeconds(5));
        bare.onDispose().block();
    }

    private static final class Everything implements HotReadPolicy {

        private final PreferredLanguage language = new PreferredLanguage("vi", "en");

        @Override
        public @Nullable String variant(ServerHttpRequest request) {
            var headers = request.getHeaders();
            return headers.containsHeader("Authorization") ? null : language.of(headers.getFirst("Accept-Language"));
        }

        @Override
        public Set<String> varies() {
            return Set.of("Accept-Language");
        }
    }
}
