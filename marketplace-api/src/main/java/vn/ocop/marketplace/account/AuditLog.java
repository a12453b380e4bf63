package vn.ocop.marketplace.account;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Rows;

/**
 * What was done, by whom and on whose behalf; rows are added and never changed. Record inside the transaction of what
 * was done, so that neither is there without the other.
 */
@Component
public class AuditLog {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** One row of the log; without an actor it was the marketplace itself. */
    public record Entry(
            UUID id,
            Instant at,
            @Nullable UUID actorId,
            @Nullable String actorName,
            boolean onBehalf,
            String action,
            String ownerKind,
            String ownerScope,
            @Nullable String province,
            @Nullable String subject,
            @Nullable String reason,
            JsonNode details) {}

    /** Which rows: every part that is given must match. */
    public record Wanted(
            @Nullable String ownerKind,
            @Nullable String ownerScope,
            @Nullable String province,
            @Nullable UUID actor,
            @Nullable String action,
            @Nullable String subject) {}

    public Mono<Void> record(Caller actor, Act act) {
        return write(actor.id(), !act.owner().includes(actor), act);
    }

    /** Only if it is somebody else's affair: everyday work is told by the histories of what was worked on. */
    public Mono<Void> recordOnBehalf(Caller actor, Act act) {
        return act.owner().includes(actor) ? Mono.empty() : record(actor, act);
    }

    /** For what the marketplace did by itself, such as a deadline that passed. */
    public Mono<Void> recordOwnDoing(Act act) {
        return write(null, false, act);
    }

    private Mono<Void> write(@Nullable UUID actor, boolean onBehalf, Act act) {
        return database.sql("""
                        insert into account.audit_log
                               (at, actor_id, on_behalf, action, owner_kind, owner_scope, province, subject, reason, details)
                        values (:at, :actor, :onBehalf, :action, :ownerKind, :ownerScope, :province, :subject, :reason, :details)
                        """)
                .bind("at", clock.instant())
                .bind("onBehalf", onBehalf)
                .bind("action", act.action())
                .bind("ownerKind", act.owner().kind())
                .bind("ownerScope", act.owner().scope())
                .bind("details", Json.of(json.writeValueAsBytes(act.details())))
                .bind("actor", orNull(actor, UUID.class))
                .bind("province", orNull(act.province(), String.class))
                .bind("subject", orNull(act.subject(), String.class))
                .bind("reason", orNull(act.reason(), String.class))
                .then();
    }

    /** The newest rows first, from a mark on. */
    Flux<Entry> find(Wanted wanted, @Nullable Cursor after, int limit) {
        return database.sql("""
                select a.*, p.name as actor_name
                  from account.audit_log a
                  left join account.people p on p.id = a.actor_id
                 where (:ownerKind::text is null or a.owner_kind = :ownerKind)
                   and (:ownerScope::text is null or a.owner_scope = :ownerScope)
                   and (:province::text is null or a.province = :province)
                   and (:actor::uuid is null or a.actor_id = :actor)
                   and (:action::text is null or a.action = :action)
                   and (:subject::text is null or a.subject = :subject)
                   and (:from::uuid is null or a.id < :from)
                 order by a.id desc
                 limit :limit
                """)
                .bind("limit", limit)
                .bind("ownerKind", orNull(wanted.ownerKind(), String.class))
                .bind("ownerScope", orNull(wanted.ownerScope(), String.class))
                .bind("province", orNull(wanted.province(), String.class))
                .bind("actor", orNull(wanted.actor(), UUID.class))
                .bind("action", orNull(wanted.action(), String.class))
                .bind("subject", orNull(wanted.subject(), String.class))
                .bind("from", orNull(after, Cursor::id, UUID.class))
                .map(this::entry)
                .all();
    }

    private Entry entry(Readable row) {
        return new Entry(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "at", Instant.class),
                row.get("actor_id", UUID.class),
                row.get("actor_name", String.class),
                Rows.get(row, "on_behalf", Boolean.class),
                Rows.get(row, "action", String.class),
                Rows.get(row, "owner_kind", String.class),
                Rows.get(row, "owner_scope", String.class),
                row.get("province", String.class),
                row.get("subject", String.class),
                row.get("reason", String.class),
                json.readTree(Rows.get(row, "details", Json.class).asArray()));
    }
}
