package vn.ocop.marketplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CircuitBreakerTest {

    private final CircuitBreaker breaker = new CircuitBreaker("it", IllegalStateException.class::isInstance);
    private final AtomicInteger asked = new AtomicInteger();

    private Mono<String> failing() {
        return breaker.guard(Mono.error(() -> {
            asked.incrementAndGet();
            return new IllegalStateException("away");
        }));
    }

    @Test
    void stopsAskingAfterAFewFailures() {
        for (int i = 0; i < 10; i++) {
            failing().as(StepVerifier::create).verifyError();
        }

        assertThat(asked).hasValue(3);
        failing().as(StepVerifier::create).verifyError(CircuitBreaker.OpenException.class);
    }

    @Test
    void forgetsFailuresOnceItIsAnswered() {
        failing().as(StepVerifier::create).verifyError(IllegalStateException.class);
        failing().as(StepVerifier::create).verifyError(IllegalStateException.class);

        breaker.guard(Mono.just("here"))
                .as(StepVerifier::create)
                .expectNext("here")
                .verifyComplete();

        failing().as(StepVerifier::create).verifyError(IllegalStateException.class);
        failing().as(StepVerifier::create).verifyError(IllegalStateException.class);
        assertThat(asked).hasValue(4);
    }

    @Test
    void aRefusalIsAnAnswer() {
        for (int i = 0; i < 10; i++) {
            breaker.guard(Mono.error(new IllegalArgumentException("no such thing")))
                    .as(StepVerifier::create)
                    .verifyError(IllegalArgumentException.class);
        }
        failing().as(StepVerifier::create).verifyError(IllegalStateException.class);
    }
}
