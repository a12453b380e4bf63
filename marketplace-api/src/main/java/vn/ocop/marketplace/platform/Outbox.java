package vn.ocop.marketplace.platform;

import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that must reach their handlers after the transaction that wrote them: at least once, in order per key. Append
 * inside the transaction; {@link OutboxRelay} delivers.
 */
@Component
public class Outbox {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    public Mono<Void> append(String type, UUID key, Object payload) {
        return database.sql("""
                insert into platform.outbox (type, key, payload, created_at, available_at)
                values (:type, :key, :payload, :now, :now)
                """)
                .bind("type", type)
                .bind("key", key)
                .bind("payload", Json.of(json.writeValueAsBytes(payload)))
                .bind("now", clock.instant())
                .then();
    }
}
