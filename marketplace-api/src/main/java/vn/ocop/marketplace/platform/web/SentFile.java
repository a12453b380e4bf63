package vn.ocop.marketplace.platform.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
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

    /** The same for files too large to hold: it lies in a directory of its own until the work with it is done. */
    public static <T> Mono<T> inDirectory(ServerHttpRequest request, long mostBytes, Function<Path, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Files.createTempFile("sent-", ".part"))
                        .subscribeOn(Schedulers.boundedElastic()),
                file -> DataBufferUtils.write(limited(request.getBody(), mostBytes), file)
                        .then(Mono.defer(() -> work.apply(file))),
                file -> Mono.fromCallable(() -> Files.deleteIfExists(file)).subscribeOn(Schedulers.boundedElastic()));
    }

    private static Flux<DataBuffer> limited(Flux<DataBuffer> body, long mostBytes) {
        return Flux.defer(() -> {
            var sent = new AtomicLong();
            return body.doOnDiscard(DataBuffer.class, DataBufferUtils::release).handle((buffer, sink) -> {
                if (sent.addAndGet(buffer.readableByteCount()) > mostBytes) {
                    DataBufferUtils.release(buffer);
                    sink.error(new ProblemException(PlatformProblem.TOO_LARGE));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
