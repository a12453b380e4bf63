package vn.ocop.marketplace.platform;

import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Reacts to one type of event. Delivered at least once, so handling twice must have one effect; an error means "try
 * again later", and later events of the same key wait.
 *
 * @param <P> the payload, read from JSON
 */
public interface OutboxHandler<P> {

    String type();

    Class<P> payloadType();

    Mono<Void> handle(UUID key, P payload);

    /** A handler whose payload says everything it needs. */
    static <P> OutboxHandler<P> of(String type, Class<P> payloadType, Function<P, Mono<Void>> handling) {
        return new OutboxHandler<>() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Class<P> payloadType() {
                return payloadType;
            }

            @Override
            public Mono<Void> handle(UUID key, P payload) {
                return handling.apply(payload);
            }
        };
    }
}
