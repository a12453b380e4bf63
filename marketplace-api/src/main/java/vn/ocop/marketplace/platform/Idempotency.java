package vn.ocop.marketplace.platform;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * One effect and one answer per {@code Idempotency-Key} and person. To be called inside the use case's transaction: the
 * key row is inserted first, so that a second request with the same key waits for the first and then reads its answer.
 */
@Component
public class Idempotency {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** What was asked: who, under which key, and what exactly. */
    public record Request(UUID owner, String key, Object body) {

        public Request {
            if (key.isBlank() || key.length() > 100) {
                throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
            }
        }
    }

    /** Runs the effect for the first request of a key; answers every repeat with what the first was answered. */
    public <T> Mono<T> once(Request request, Class<T> answerType, Supplier<Mono<T>> effect) {
        var hash = DigestUtils.sha256(json.writeValueAsBytes(request.body()));
        return claim(request, hash, Parameter.empty(String.class))
                .flatMap(first -> first
                        ? effect.get().delayUntil(answer -> remember(request, answer))
                        : replay(request, hash, answerType));
    }

    /**
     * The same for an effect whose answer can be found again by something known beforehand, such as the id of what is
     * made: only that is stored, with the key, and goes with it when the effect fails.
     */
    public <K, T> Mono<T> once(
            Request request, K known, Class<K> knownType, Function<K, Mono<T>> effect, Function<K, Mono<T>> again) {
        var hash = DigestUtils.sha256(json.writeValueAsBytes(request.body()));
        return claim(request, hash, Parameter.from(json.writeValueAsString(known)))
                .flatMap(first -> first
                        ? effect.apply(known)
                        : replay(request, hash, knownType).flatMap(again));
    }

    private Mono<Boolean> claim(Request request, byte[] hash, Parameter response) {
        return database.sql("""
                insert into platform.idempotency_keys (owner_id, key, request_hash, response, created_at)
                values (:owner, :key, :hash, :response, :now)
                on conflict do nothing
                """)
                .bind("response", response)
                .bind("owner", request.owner())
                .bind("key", request.key())
                .bind("hash", hash)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Long> remember(Request request, Object answer) {
        return database.sql("""
                update platform.idempotency_keys
                   set response = :response
                 where owner_id = :owner
                   and key = :key
                """)
                .bind("response", json.writeValueAsString(answer))
                .bind("owner", request.owner())
                .bind("key", request.key())
                .fetch()
                .rowsUpdated();
    }

    private record Stored(byte[] hash, @Nullable String response) {}

    private <T> Mono<T> replay(Request request, byte[] hash, Class<T> answerType) {
        return database.sql("""
                select request_hash, response
                  from platform.idempotency_keys
                 where owner_id = :owner
                   and key = :key
                """)
                .bind("owner", request.owner())
                .bind("key", request.key())
                .map(row -> new Stored(Rows.get(row, "request_hash", byte[].class), row.get("response", String.class)))
                .one()
                .map(stored -> answer(stored, hash, answerType));
    }

    private <T> T answer(Stored stored, byte[] hash, Class<T> answerType) {
        if (!Arrays.equals(stored.hash(), hash) || stored.response() == null) {
            throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return json.readValue(stored.response(), answerType);
    }
}
