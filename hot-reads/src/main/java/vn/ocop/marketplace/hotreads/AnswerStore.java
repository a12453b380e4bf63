package vn.ocop.marketplace.hotreads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** The kept answers, bounded by their weight, and the rules for what may be kept. */
final class AnswerStore {

    private static final Duration NOT_KEPT_FOR = Duration.ofSeconds(1);

    private final HotReadLimits limits;
    private final Set<String> varies;
    private final Ticker ticker;
    private final Cache<HotKey, ReadyAnswer> answers;

    AnswerStore(HotReadPolicy policy, HotReadLimits limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.varies = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.varies.addAll(policy.varies());
        this.varies.add(HttpHeaders.ACCEPT_ENCODING);
        this.answers = Caffeine.newBuilder()
                .maximumWeight(limits.totalBytes())
                .weigher((HotKey key, ReadyAnswer answer) -> answer.weight(key))
                .ticker(ticker)
                // Maintenance runs on whoever writes: it is short, and request threads need no pool beside them.
                .executor(Runnable::run)
                .expireAfter(Expiry.writing((HotKey key, ReadyAnswer answer) -> remaining(answer)))
                .build();
    }

    private Duration remaining(ReadyAnswer answer) {
        return Duration.ofNanos(Math.max(1, answer.staleUntil() - ticker.read()));
    }

    @Nullable ReadyAnswer find(HotKey key) {
        return answers.getIfPresent(key);
    }

    boolean fresh(ReadyAnswer answer) {
        return ticker.read() - answer.freshUntil() < 0;
    }

    /** Before the body is known: a public 200, not yet encoded. */
    boolean mayKeep(ServerHttpResponse response) {
        var status = response.getStatusCode();
        var headers = response.getHeaders();
        return (status == null || status.isSameCodeAs(HttpStatus.OK))
                && Freshness.of(headers.getCacheControl()) != null
                && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING);
    }

    /** Once nothing can be added to the headers any more. */
    void offer(HotKey key, ServerHttpResponse response, ReadyBody body) {
        var freshness = Freshness.of(response.getHeaders().getCacheControl());
        if (freshness == null || isPersonal(response) || body.plain().length > limits.answerBytes()) {
            answers.put(key, notKept());
            return;
        }
        var allowed = freshness.atMost(limits);
        long freshUntil = ticker.read() + allowed.fresh().toNanos();
        var headers = ReadyAnswer.keptHeaders(response.getHeaders());
        answers.put(
                key,
                new ReadyAnswer(
                        body, headers, freshUntil, freshUntil + allowed.stale().toNanos()));
    }

    /** A failure of the application does not push out an old answer that may still be shown; anything else does. */
    void rememberNotKept(HotKey key, @Nullable HttpStatusCode status) {
        if (status == null || status.is5xxServerError()) {
            answers.asMap().putIfAbsent(key, notKept());
        } else {
            answers.put(key, notKept());
        }
    }

    private ReadyAnswer notKept() {
        return ReadyAnswer.notKept(ticker.read() + NOT_KEPT_FOR.toNanos());
    }

    private boolean isPersonal(ServerHttpResponse response) {
        return response.getHeaders().containsHeader(HttpHeaders.SET_COOKIE)
                || !response.getCookies().isEmpty()
                || !varies.containsAll(response.getHeaders().getVary());
    }
}
