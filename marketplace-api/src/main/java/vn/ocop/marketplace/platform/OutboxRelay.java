package vn.ocop.marketplace.platform;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers the outbox: claims due rows by lease, hands each to its handler, deletes what was handled. Any number of
 * copies may run; a copy that dies leaves leases that run out. Polls faster while there is work.
 */
@Component
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 64;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, List<OutboxHandler<?>>> handlers;
    private @Nullable Disposable loop;

    OutboxRelay(DatabaseClient database, JsonMapper json, Clock clock, List<OutboxHandler<?>> handlers) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.groupingBy(OutboxHandler::type));
    }

    private record Claimed(long id, String type, UUID key, Json payload, int attempts) {}

    @Override
    public void start() {
        loop = Mono.defer(this::deliverDue)
                .onErrorResume(failure -> {
                    LOG.warn("Outbox could not be read: {}", failure.toString());
                    return Mono.just(0);
                })
                .flatMap(delivered -> delivered == 0 ? Mono.delay(IDLE) : Mono.just(0L))
                .repeat()
                .subscribe();
    }

    /** Claims one batch and delivers it; answers how many rows were handled. */
    Mono<Integer> deliverDue() {
        return claim().collectList()
                .flatMap(batch -> Flux.fromIterable(batch)
                        .flatMap(this::deliver, 8)
                        .count()
                        .map(Long::intValue));
    }

    /** Only the oldest row of a key may be claimed, so events of one key stay in order. */
    private Flux<Claimed> claim() {
        var now = clock.instant();
        return database.sql("""
                update platform.outbox o
                   set claimed_until = :lease, attempts = attempts + 1
                 where o.id in (
                       select c.id
                         from platform.outbox c
                        where c.available_at <= :now
                          and (c.claimed_until is null or c.claimed_until < :now)
                          and not exists (select from platform.outbox e where e.key = c.key and e.id < c.id)
                        order by c.available_at, c.id
                        limit :batch
                          for update skip locked)
                   and (o.claimed_until is null or o.claimed_until < :now)
                returning o.id, o.type, o.key, o.payload, o.attempts
                """)
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("batch", BATCH)
                .map(OutboxRelay::claimed)
                .all();
    }

    private static Claimed claimed(Readable row) {
        return new Claimed(
                require(row, "id", Long.class),
                require(row, "type", String.class),
                require(row, "key", UUID.class),
                require(row, "payload", Json.class),
                require(row, "attempts", Integer.class));
    }

    private static <T> T require(Readable row, String column, Class<T> type) {
        return Rows.get(row, column, type);
    }

    private Mono<Void> deliver(Claimed event) {
        return Flux.fromIterable(handlers.getOrDefault(event.type(), List.of()))
                .concatMap(handler -> handle(handler, event))
                .then(Mono.defer(() -> delete(event)))
                .onErrorResume(failure -> postpone(event, failure));
    }

    private <P> Mono<Void> handle(OutboxHandler<P> handler, Claimed event) {
        return handler.handle(event.key(), json.readValue(event.payload().asArray(), handler.payloadType()));
    }

    private Mono<Void> delete(Claimed event) {
        return database.sql("delete from platform.outbox where id = :id")
                .bind("id", event.id())
                .then();
    }

    private Mono<Void> postpone(Claimed event, Throwable failure) {
        LOG.warn(
                "Event {} {} was not handled, attempt {}: {}",
                event.id(),
                event.type(),
                event.attempts(),
                failure.toString());
        return database.sql("""
                update platform.outbox
                   set available_at = :again, claimed_until = null, last_error = :error
                 where id = :id
                """)
                .bind("again", clock.instant().plus(delayAfter(event.attempts())))
                .bind("error", failure.toString())
                .bind("id", event.id())
                .then();
    }

    static Duration delayAfter(int attempts) {
        var delay = Duration.ofMillis(250L << Math.min(attempts, 12));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    @Override
    public void stop() {
        var running = loop;
        if (running != null) {
            running.dispose();
        }
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
