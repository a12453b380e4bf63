package vn.ocop.marketplace.hotreads;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Keeps public answers for as long as their {@code Cache-Control} says and gives them to everyone who asks the same.
 *
 * <p>Declare it as a bean: Spring puts it around the whole web stack. The first request for something runs, others for
 * the same wait for its answer; once an answer is old, one request fetches the new one while the others still get the
 * old. Only a public 200 without cookies is ever kept, and only under everything it may depend on.
 */
public final class HotReads implements HttpHandlerDecoratorFactory {

    private final HotReadPolicy policy;
    private final AnswerStore store;
    private final Map<HotKey, Flight> flights = new ConcurrentHashMap<>();
    private final HotReadCounters counters = new HotReadCounters();

    public HotReads(HotReadPolicy policy, HotReadLimits limits) {
        this(policy, limits, Ticker.systemTicker());
    }

    HotReads(HotReadPolicy policy, HotReadLimits limits, Ticker ticker) {
        this.policy = policy;
        this.store = new AnswerStore(policy, limits, ticker);
    }

    public HotReadCounters counters() {
        return counters;
    }

    @Override
    public HttpHandler apply(HttpHandler next) {
        return (request, response) -> InTurn.answer(request, () -> {
            var key = key(request);
            return key == null
                    ? next.handle(request, response)
                    : answer(new Exchange(key, request, response, next), false);
        });
    }

    private @Nullable HotKey key(ServerHttpRequest request) {
        var method = request.getMethod();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return null;
        }
        var variant = policy.variant(request);
        return variant == null || request.getHeaders().containsHeader(HttpHeaders.RANGE)
                ? null
                : HotKey.of(request, variant);
    }

    /** A request for a hot path on its way to an answer. */
    private record Exchange(HotKey key, ServerHttpRequest request, ServerHttpResponse response, HttpHandler next) {

        Mono<Void> pass() {
            return next.handle(request, response);
        }
    }

    private Mono<Void> answer(Exchange exchange, boolean waited) {
        var kept = store.find(exchange.key());
        if (kept != null && store.fresh(kept)) {
            return give(exchange, kept, waited ? counters.waited : counters.fresh);
        }
        if (exchange.request().getMethod() == HttpMethod.HEAD) {
            return exchange.pass();
        }
        return kept == null ? runOrWait(exchange) : runOrShowOld(exchange, kept);
    }

    private Mono<Void> runOrShowOld(Exchange exchange, ReadyAnswer old) {
        var mine = new Flight();
        if (flights.putIfAbsent(exchange.key(), mine) == null) {
            return runUnlessJustDone(exchange, mine);
        }
        return give(exchange, old, counters.stale);
    }

    private Mono<Void> give(Exchange exchange, ReadyAnswer kept, LongAdder outcome) {
        var body = kept.body();
        if (body == null) {
            counters.passed.increment();
            return exchange.pass();
        }
        outcome.increment();
        return kept.write(exchange.request(), exchange.response(), body);
    }

    private Mono<Void> runOrWait(Exchange exchange) {
        var mine = new Flight();
        var other = flights.putIfAbsent(exchange.key(), mine);
        return other == null
                ? runUnlessJustDone(exchange, mine)
                : other.landed().then(Mono.defer(() -> answer(exchange, true)));
    }

    /** Between looking for the answer and becoming the one who runs, another run may have ended. */
    private Mono<Void> runUnlessJustDone(Exchange exchange, Flight mine) {
        var kept = store.find(exchange.key());
        if (kept == null || !store.fresh(kept)) {
            return run(exchange, mine);
        }
        land(exchange.key(), mine);
        return give(exchange, kept, counters.fresh);
    }

    /**
     * If the one who runs goes away first, nothing is remembered and one of those who wait runs next. If the answer
     * cannot be kept, that is remembered for a moment so that they all run at once rather than in a row.
     */
    private Mono<Void> run(Exchange exchange, Flight flight) {
        counters.ran.increment();
        var capturing = new CapturingResponse(exchange.response(), exchange.request(), new CapturingResponse.Keeper() {
            @Override
            public boolean mayKeep(ServerHttpResponse response) {
                return store.mayKeep(response);
            }

            @Override
            public void offer(ServerHttpResponse response, ReadyBody body) {
                store.offer(exchange.key(), response, body);
                land(exchange.key(), flight);
            }
        });
        return Mono.defer(() -> exchange.next().handle(unconditional(exchange.request()), capturing))
                .doOnTerminate(() -> {
                    if (!flight.hasLanded()) {
                        store.rememberNotKept(exchange.key(), capturing.getStatusCode());
                    }
                })
                .doFinally(signal -> land(exchange.key(), flight));
    }

    private void land(HotKey key, Flight flight) {
        flights.remove(key, flight);
        flight.land();
    }

    /** The application must make the whole answer; whether this reader already knows it is decided afterwards. */
    private static ServerHttpRequest unconditional(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.containsHeader(HttpHeaders.IF_NONE_MATCH)
                        || headers.containsHeader(HttpHeaders.IF_MODIFIED_SINCE)
                ? request.mutate()
                        .headers(copy -> {
                            copy.remove(HttpHeaders.IF_NONE_MATCH);
                            copy.remove(HttpHeaders.IF_MODIFIED_SINCE);
                        })
                        .build()
                : request;
    }
}
