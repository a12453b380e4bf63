package vn.ocop.marketplace.shipment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on manifests. */
@Repository
class ManifestRepository {

    private static final String SELECT = """
            select m.id, m.code, m.office_code, m.towards, m.courier_id, m.made_at, m.taken_at, m.counted,
                   coalesce((select jsonb_agg(jsonb_build_object('trackingNumber', p.tracking_number,
                                        'orderCode', p.order_code, 'communeCode', p.commune_code,
                                        'weightGrams', p.weight_grams, 'cash', p.cash_to_collect) order by l.position)
                               from shipment.manifest_lines l
                               join shipment.parcels p on p.id = l.parcel_id
                              where l.manifest_id = m.id), '[]') as lines
              from shipment.manifests m
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    ManifestRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is to be listed. */
    record Draft(
            UUID id,
            String office,
            @Nullable String towards,
            @Nullable UUID courier,
            UUID by,
            String day,
            List<UUID> parcels) {}

    /** Once per id. */
    Mono<Void> add(Draft draft, Instant now) {
        return database.sql("""
                with made as (
                    insert into shipment.manifests (id, code, office_code, towards, courier_id, made_by, made_at)
                    values (:id, 'BK' || :day || lpad(nextval('shipment.manifest_serials')::text, 6, '0'), :office, :towards,
                            :courier, :by, :now)
                    on conflict (id) do nothing
                    returning id)
                insert into shipment.manifest_lines (manifest_id, position, parcel_id)
                select made.id, p.position, p.id
                  from made, unnest(:parcels::uuid[]) with ordinality as p (id, position)
                """)
                .bind("id", draft.id())
                .bind("day", draft.day())
                .bind("office", draft.office())
                .bind("by", draft.by())
                .bind("now", now)
                .bind("parcels", draft.parcels().toArray(UUID[]::new))
                .bind("towards", orNull(draft.towards(), String.class))
                .bind("courier", orNull(draft.courier(), UUID.class))
                .then();
    }

    Mono<Manifest> find(UUID id) {
        return database.sql(SELECT + " where m.id = :id")
                .bind("id", id)
                .map(this::manifest)
                .one();
    }

    /** The newest of those an office made or is to get. */
    Flux<Manifest> ofOffice(String office, int limit) {
        return database.sql(SELECT
                        + " where m.office_code = :office or m.towards = :office order by m.made_at desc limit :limit")
                .bind("office", office)
                .bind("limit", limit)
                .map(this::manifest)
                .all();
    }

    /** Answers whether it was taken over just now. */
    Mono<Boolean> taken(UUID id, UUID by, int counted, Instant now) {
        return database.sql("""
                update shipment.manifests
                   set taken_by = :by, taken_at = :now, counted = :counted
                 where id = :id
                   and taken_by is null
                """)
                .bind("id", id)
                .bind("by", by)
                .bind("now", now)
                .bind("counted", counted)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Manifest manifest(Readable row) {
        return new Manifest(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "code", String.class),
                Rows.get(row, "office_code", String.class),
                row.get("towards", String.class),
                row.get("courier_id", UUID.class),
                Rows.get(row, "made_at", Instant.class),
                row.get("taken_at", Instant.class),
                row.get("counted", Integer.class),
                Arrays.asList(json.readValue(Rows.get(row, "lines", Json.class).asArray(), Manifest.Line[].class)));
    }
}
