package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Moves the returns nobody moved in time. */
@Component
class EndReturns implements ScheduledJob {

    private static final int BATCH = 100;

    private final ReturnRepository returns;
    private final MoveReturn move;
    private final Clock clock;

    EndReturns(ReturnRepository returns, MoveReturn move, Clock clock) {
        this.returns = returns;
        this.move = move;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "order.end-returns";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Void> run() {
        return returns.overdue(clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                // One that cannot be ended must not keep the others waiting.
                .concatMapDelayError(move::timeIsUp)
                .then();
    }
}
