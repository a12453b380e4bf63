package vn.ocop.marketplace.platform.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** The bytes of a file that is the whole of a request. */
public final class SentFile {

    private SentFile() {}

    /** Refuses what is longer as soon as it is; nothing at all is a file without bytes. */
    public static Mono<byte[]> read(ServerHttpRequest request, int mostBytes) {
        return DataBufferUtils.join(request.getBody(), mostBytes)
                .map(SentFile::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, big -> new ProblemException(PlatformProblem.TOO_LARGE));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
