package vn.ocop.marketplace.hotreads;

import io.netty.channel.EventLoop;
import java.util.function.Supplier;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Begins an answer as a task of its own on the connection's event loop, never inside the reading of the request.
 *
 * <p>Up to 1.3.7, Reactor Netty stops reading a kept-alive connection when a request that had to queue behind an
 * asynchronous answer is itself answered at once (<a
 * href="https://github.com/reactor/reactor-netty/issues/4361">reactor-netty#4361</a>): the next request of that client
 * hangs. Ready-made answers are at once, and so are many refusals.
 */
final class InTurn extends Mono<Void> {

    private final EventLoop loop;
    private final Supplier<Mono<Void>> answer;

    private InTurn(EventLoop loop, Supplier<Mono<Void>> answer) {
        this.loop = loop;
        this.answer = answer;
    }

    static Mono<Void> answer(ServerHttpRequest request, Supplier<Mono<Void>> answer) {
        return request instanceof AbstractServerHttpRequest own
                        && own.getNativeRequest() instanceof Connection connection
                ? new InTurn(connection.channel().eventLoop(), answer)
                : Mono.defer(answer);
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> reader) {
        loop.execute(() -> Mono.defer(answer).subscribe(reader));
    }
}
