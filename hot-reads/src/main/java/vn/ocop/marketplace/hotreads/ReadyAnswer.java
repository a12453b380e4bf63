package vn.ocop.marketplace.hotreads;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * A kept answer, or the memory that the last answer was not one to keep.
 *
 * @param body null when the answer was not one to keep
 * @param freshUntil in nanoseconds of the ticker, as {@code staleUntil}
 */
record ReadyAnswer(@Nullable ReadyBody body, List<Header> headers, long freshUntil, long staleUntil) {

    /** Belong to one response or to one connection, or are written anew for each reader. */
    private static final Set<String> NOT_KEPT = caseInsensitive(
            HttpHeaders.CONNECTION,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.ETAG,
            HttpHeaders.DATE,
            HttpHeaders.AGE);

    private static final int OVERHEAD_BYTES = 1000;

    /** One header line, ready to be written. */
    record Header(String name, String value) {}

    static ReadyAnswer notKept(long until) {
        return new ReadyAnswer(null, List.of(), until, until);
    }

    static List<Header> keptHeaders(HttpHeaders headers) {
        var kept = new ArrayList<Header>();
        headers.forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                values.forEach(value -> kept.add(new Header(name, value)));
            }
        });
        return List.copyOf(kept);
    }

    /** Room for the compressed bytes is counted before they exist. */
    int weight(HotKey key) {
        int keyBytes = 2 * (key.target().length() + key.variant().length());
        return OVERHEAD_BYTES + keyBytes + (body == null ? 0 : body.plain().length * 3 / 2);
    }

    Mono<Void> write(ServerHttpRequest request, ServerHttpResponse response, ReadyBody ready) {
        var headers = response.getHeaders();
        for (Header header : headers()) {
            headers.add(header.name(), header.value());
        }
        boolean gzip = takesGzip(request, ready);
        headers.set(HttpHeaders.ETAG, gzip ? ready.gzipTag() : ready.tag());
        if (ready.known(request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        var bytes = gzip ? ready.gzip() : ready.plain();
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        response.setStatusCode(HttpStatus.OK);
        return request.getMethod() == HttpMethod.HEAD
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    static boolean takesGzip(ServerHttpRequest request, ReadyBody body) {
        var accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && body.compressible() && listsGzip(accepted);
    }

    private static boolean listsGzip(String accepted) {
        int gzip = accepted.indexOf("gzip");
        if (gzip < 0) {
            return false;
        }
        int comma = accepted.indexOf(',', gzip);
        var weight = accepted.substring(gzip + 4, comma < 0 ? accepted.length() : comma);
        return !weight.replace(" ", "").matches(";q=0(\\.0*)?");
    }

    private static Set<String> caseInsensitive(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
