package vn.ocop.marketplace.order;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on returns. What changes one holds the lock of its order. */
@Repository
class ReturnRepository {

    private static final String SELECT = """
            select r.id, r.order_id, o.code as order_code, g.buyer_id, r.shop_id, r.province_code, r.kind, r.reason,
                   r.status, r.due_at, r.asked_at,
                   (select jsonb_agg(jsonb_build_object('position', l.position, 'pieces', l.pieces) order by l.position)
                      from orders.return_lines l where l.return_id = r.id) as lines,
                   (select jsonb_agg(jsonb_build_object('status', s.status, 'party', s.party, 'words', s.words,
                                                        'at', s.at) order by s.id)
                      from orders.return_steps s where s.return_id = r.id) as steps,
                   (select jsonb_agg(jsonb_build_object('picture', p.picture, 'party', p.party) order by p.added_at)
                      from orders.return_photos p where p.return_id = r.id) as photos
              from orders.returns r
              join orders.orders o on o.id = r.order_id
              join orders.order_groups g on g.id = o.group_id
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    ReturnRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The return with its lines and its first step. */
    Mono<Void> add(ReturnCase asked, UUID actor, String words) {
        return database.sql("""
                with asked as (
                    insert into orders.returns (id, order_id, shop_id, province_code, kind, reason, status, due_at, asked_at)
                    values (:id, :order, :shop, :province, :kind, :reason, :status, :due, :now)
                    returning id),
                lined as (
                    insert into orders.return_lines (return_id, position, pieces)
                    select a.id, l.position, l.pieces
                      from asked a, unnest(:positions::integer[], :pieces::integer[]) as l (position, pieces))
                insert into orders.return_steps (return_id, status, party, actor_id, words, at)
                select id, :status, 'BUYER', :actor, :words, :now from asked
                """)
                .bind("id", asked.id())
                .bind("order", asked.orderId())
                .bind("shop", asked.shopId())
                .bind("province", asked.provinceCode())
                .bind("kind", asked.kind().name())
                .bind("reason", asked.reason().name())
                .bind("status", asked.status().name())
                .bind("due", Objects.requireNonNull(asked.dueAt()))
                .bind("now", asked.askedAt())
                .bind(
                        "positions",
                        asked.lines().stream().map(ReturnCase.Piece::position).toArray(Integer[]::new))
                .bind(
                        "pieces",
                        asked.lines().stream().map(ReturnCase.Piece::pieces).toArray(Integer[]::new))
                .bind("actor", actor)
                .bind("words", words)
                .then();
    }

    /** A step that leads somewhere; {@code due} is null where nobody has to move any more. */
    record Moved(
            UUID id,
            ReturnStatus status,
            @Nullable Instant due,
            @Nullable UUID refund,
            ReturnMove.Party party,
            @Nullable UUID actor,
            String words) {}

    Mono<Void> save(Moved moved, Instant now) {
        return database.sql("""
                with saved as (
                    update orders.returns
                       set status = :status, due_at = :due, ended_at = case when :due::timestamptz is null then :now end,
                           refund_id = :refund
                     where id = :id)
                insert into orders.return_steps (return_id, status, party, actor_id, words, at)
                values (:id, :status, :party, :actor, :words, :now)
                """)
                .bind("id", moved.id())
                .bind("status", moved.status().name())
                .bind("party", moved.party().name())
                .bind("words", moved.words())
                .bind("now", now)
                .bind("due", orNull(moved.due(), Instant.class))
                .bind("refund", orNull(moved.refund(), UUID.class))
                .bind("actor", orNull(moved.actor(), UUID.class))
                .then();
    }

    /** A word that changes nothing. */
    Mono<Void> say(ReturnCase about, ReturnMove.Party party, UUID actor, String words, Instant now) {
        return database.sql("""
                insert into orders.return_steps (return_id, status, party, actor_id, words, at)
                values (:id, :status, :party, :actor, :words, :now)
                """)
                .bind("id", about.id())
                .bind("status", about.status().name())
                .bind("party", party.name())
                .bind("actor", actor)
                .bind("words", words)
                .bind("now", now)
                .then();
    }

    Mono<Void> addPhoto(UUID id, LocalizedPicture picture, ReturnMove.Party party, Instant now) {
        return database.sql("""
                insert into orders.return_photos (return_id, picture_id, picture, party, added_at)
                values (:id, :picture, :content, :party, :now)
                on conflict do nothing
                """)
                .bind("id", id)
                .bind("picture", picture.id())
                .bind("content", Json.of(json.writeValueAsBytes(picture)))
                .bind("party", party.name())
                .bind("now", now)
                .then();
    }

    Mono<UUID> orderOf(UUID id) {
        return database.sql("select order_id from orders.returns where id = :id")
                .bind("id", id)
                .map(row -> Rows.get(row, "order_id", UUID.class))
                .one();
    }

    Mono<ReturnCase> find(UUID id) {
        return database.sql(SELECT + " where r.id = :id")
                .bind("id", id)
                .map(this::read)
                .one();
    }

    Flux<ReturnCase> ofGroup(UUID group) {
        return database.sql(SELECT + " where o.group_id = :group order by r.asked_at, r.id")
                .bind("group", group)
                .map(this::read)
                .all();
    }

    Mono<Boolean> open(UUID order) {
        return database.sql("""
                select exists (select from orders.returns where order_id = :order and ended_at is null) as open
                """)
                .bind("order", order)
                .map(row -> Rows.get(row, "open", Boolean.class))
                .one();
    }

    /** A shop's or a province's, newest first. */
    Flux<ReturnCase> list(Whose whose, @Nullable ReturnStatus status, @Nullable Cursor after, int limit) {
        return database.sql(SELECT + """
                 where (:shop::uuid is null or r.shop_id = :shop)
                   and (:province::text is null or r.province_code = :province)
                   and (:status::text is null or r.status = :status)
                   and (:at::timestamptz is null or (r.asked_at, r.id) < (:at, :id))
                 order by r.asked_at desc, r.id desc
                 limit :limit
                """)
                .bind("limit", limit)
                .bind("shop", orNull(whose.shop(), UUID.class))
                .bind("province", orNull(whose.province(), String.class))
                .bind("status", orNull(status, Enum::name, String.class))
                .bind("at", orNull(after, Cursor::at, Instant.class))
                .bind("id", orNull(after, Cursor::id, UUID.class))
                .map(this::read)
                .all();
    }

    /** Whose returns: exactly one of the two. */
    record Whose(@Nullable UUID shop, @Nullable String province) {}

    /** Those nobody has moved in time. */
    Flux<UUID> overdue(Instant now, int limit) {
        return database.sql("""
                select id
                  from orders.returns
                 where ended_at is null
                   and due_at <= :now
                 order by due_at
                 limit :limit
                """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    private ReturnCase read(Readable row) {
        return new ReturnCase(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "order_id", UUID.class),
                Rows.get(row, "order_code", String.class),
                Rows.get(row, "buyer_id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                Rows.get(row, "province_code", String.class),
                ReturnCase.Kind.valueOf(Rows.get(row, "kind", String.class)),
                ReturnCase.Reason.valueOf(Rows.get(row, "reason", String.class)),
                ReturnStatus.valueOf(Rows.get(row, "status", String.class)),
                row.get("due_at", Instant.class),
                Rows.get(row, "asked_at", Instant.class),
                list(row.get("lines", Json.class), ReturnCase.Piece[].class),
                list(row.get("steps", Json.class), ReturnCase.Step[].class),
                list(row.get("photos", Json.class), ReturnCase.Photo[].class));
    }

    private <T> List<T> list(@Nullable Json stored, Class<T[]> type) {
        return stored == null ? List.of() : List.of(json.readValue(stored.asArray(), type));
    }
}
