package vn.ocop.marketplace.hotreads;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/**
 * Lets an answer through and offers a copy of it for keeping. The copy is offered when the headers are final: filters
 * such as the security headers add theirs only just before the response is committed.
 */
final class CapturingResponse extends ServerHttpResponseDecorator {

    private final ServerHttpRequest request;
    private final Keeper keeper;

    /** Decides on the whole answer and keeps it or not. */
    interface Keeper {

        /** Whether the status and the headers known so far leave any chance of keeping. */
        boolean mayKeep(ServerHttpResponse response);

        void offer(ServerHttpResponse response, ReadyBody body);
    }

    CapturingResponse(ServerHttpResponse delegate, ServerHttpRequest request, Keeper keeper) {
        super(delegate);
        this.request = request;
        this.keeper = keeper;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return keeper.mayKeep(getDelegate())
                ? DataBufferUtils.join(body)
                        .map(CapturingResponse::bytes)
                        .defaultIfEmpty(new byte[0])
                        .flatMap(this::writeWhole)
                : getDelegate().writeWith(body);
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private Mono<Void> writeWhole(byte[] bytes) {
        var response = getDelegate();
        var headers = response.getHeaders();
        var body = new ReadyBody(bytes, headers.getETag(), headers.getContentType());
        response.beforeCommit(() -> Mono.fromRunnable(() -> keeper.offer(response, body)));
        boolean gzip = ReadyAnswer.takesGzip(request, body);
        headers.setETag(gzip ? body.gzipTag() : body.tag());
        if (body.compressible()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (body.known(ifNoneMatch())) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        var sent = gzip ? body.gzip() : bytes;
        headers.setContentLength(sent.length);
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(sent)));
    }

    private @Nullable String ifNoneMatch() {
        return request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
    }
}
