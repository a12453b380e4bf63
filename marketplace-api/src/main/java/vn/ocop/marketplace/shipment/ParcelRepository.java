package vn.ocop.marketplace.shipment;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on parcels and their scans. */
@Repository
class ParcelRepository {

    private static final String SELECT = """
            select p.id, p.order_id, p.order_code, p.shop_id, p.office_code, p.tracking_number, p.status,
                   p.recipient_name, p.recipient_phone, p.street, p.commune_code, p.weight_grams, p.cash_to_collect,
                   p.created_at,
                   coalesce((select jsonb_agg(jsonb_build_object('status', e.status, 'at', e.at) order by e.id)
                               from shipment.parcel_events e
                              where e.parcel_id = p.id), '[]') as scans
              from shipment.parcels p
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    ParcelRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Answers false when the order already has its parcel. */
    Mono<Boolean> add(ParcelRequest request, String officeCode, Instant now) {
        return database.sql("""
                with added as (
                    insert into shipment.parcels (id, order_id, order_code, shop_id, office_code, status, recipient_name,
                                                  recipient_phone, street, commune_code, weight_grams, cash_to_collect, created_at)
                    values (uuidv7(), :order, :code, :shop, :office, 'TO_COLLECT', :name,
                            :phone, :street, :commune, :weight, :cash, :now)
                    on conflict (order_id) do nothing
                    returning id)
                insert into shipment.parcel_events (parcel_id, status, at)
                select id, 'TO_COLLECT', :now from added
                """)
                .bind("order", request.orderId())
                .bind("code", request.orderCode())
                .bind("shop", request.shopId())
                .bind("office", officeCode)
                .bind("name", request.recipient().name())
                .bind("phone", request.recipient().phone())
                .bind("street", request.recipient().street())
                .bind("commune", request.recipient().communeCode())
                .bind("weight", request.weightGrams())
                .bind("cash", request.cashToCollect().dong())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Answers false when it is on its way, or there is none. */
    Mono<Boolean> withdraw(UUID order, UUID actor, Instant now) {
        return database.sql("""
                with withdrawn as (
                    update shipment.parcels
                       set status = 'CANCELLED', version = version + 1
                     where order_id = :order
                       and status = 'TO_COLLECT'
                    returning id)
                insert into shipment.parcel_events (parcel_id, status, actor_id, at)
                select id, 'CANCELLED', :actor, :now from withdrawn
                """)
                .bind("order", order)
                .bind("actor", actor)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Parcel> lock(UUID id) {
        return database.sql(SELECT + " where p.id = :id for update of p")
                .bind("id", id)
                .map(this::parcel)
                .one();
    }

    Mono<Long> nextSerial() {
        return database.sql("select nextval('shipment.tracking_serials') as serial")
                .map(row -> Rows.get(row, "serial", Long.class))
                .one();
    }

    /** Only under the lock taken by {@link #lock}. */
    Mono<Parcel> save(Parcel parcel, UUID actor, Instant now) {
        var spec = database.sql("""
                with saved as (
                    update shipment.parcels
                       set status = :status, tracking_number = :number, version = version + 1
                     where id = :id)
                insert into shipment.parcel_events (parcel_id, status, actor_id, at)
                values (:id, :status, :actor, :now)
                """)
                .bind("status", parcel.status().name())
                .bind("id", parcel.id())
                .bind("actor", actor)
                .bind("now", now);
        var number = parcel.trackingNumber();
        return (number == null ? spec.bindNull("number", String.class) : spec.bind("number", number))
                .then()
                .thenReturn(parcel.scanned(now));
    }

    /** Oldest first: what has waited longest is collected first. */
    Flux<Parcel> ofOffice(String office, ParcelQueries.Wanted wanted, @Nullable Cursor after, int limit) {
        var spec = database.sql(SELECT + """
                 where p.office_code = :office
                   and (:status::text is null or p.status = :status)
                   and (:number::text is null or p.tracking_number = :number or p.order_code = :number)
                   and (:at::timestamptz is null or (p.created_at, p.id) > (:at, :id))
                 order by p.created_at, p.id
                 limit :limit
                """).bind("office", office).bind("limit", limit);
        spec = wanted.status() == null
                ? spec.bindNull("status", String.class)
                : spec.bind("status", wanted.status().name());
        spec = wanted.number() == null ? spec.bindNull("number", String.class) : spec.bind("number", wanted.number());
        spec = after == null
                ? spec.bindNull("at", Instant.class).bindNull("id", UUID.class)
                : spec.bind("at", after.at()).bind("id", after.id());
        return spec.map(this::parcel).all();
    }

    Mono<Tracking> track(String number) {
        return database.sql("""
                select p.tracking_number, p.status, p.commune_code as destination,
                       o.code, o.name, o.street, o.commune_code, o.province_code,
                       coalesce((select jsonb_agg(jsonb_build_object('status', e.status, 'at', e.at) order by e.id)
                                   from shipment.parcel_events e
                                  where e.parcel_id = p.id), '[]') as scans
                  from shipment.parcels p
                  join shipment.post_offices o on o.code = p.office_code
                 where p.tracking_number = :number
                """).bind("number", number).map(this::tracking).one();
    }

    private Tracking tracking(Readable row) {
        return new Tracking(
                Rows.get(row, "tracking_number", String.class),
                ParcelStatus.valueOf(Rows.get(row, "status", String.class)),
                new PostOffice(
                        Rows.get(row, "code", String.class),
                        Rows.get(row, "name", String.class),
                        Rows.get(row, "street", String.class),
                        Rows.get(row, "commune_code", String.class),
                        Rows.get(row, "province_code", String.class)),
                Rows.get(row, "destination", String.class),
                scans(Rows.get(row, "scans", Json.class)));
    }

    Mono<Map<ParcelStatus, Long>> counts(String office) {
        return database.sql(
                        "select status, count(*) as n from shipment.parcels where office_code = :office group by status")
                .bind("office", office)
                .map(row -> Map.entry(
                        ParcelStatus.valueOf(Rows.get(row, "status", String.class)), Rows.get(row, "n", Long.class)))
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Parcel parcel(Readable row) {
        return new Parcel(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "order_id", UUID.class),
                Rows.get(row, "order_code", String.class),
                Rows.get(row, "shop_id", UUID.class),
                Rows.get(row, "office_code", String.class),
                row.get("tracking_number", String.class),
                ParcelStatus.valueOf(Rows.get(row, "status", String.class)),
                new ParcelRequest.Recipient(
                        Rows.get(row, "recipient_name", String.class),
                        Rows.get(row, "recipient_phone", String.class),
                        Rows.get(row, "street", String.class),
                        Rows.get(row, "commune_code", String.class)),
                Rows.get(row, "weight_grams", Integer.class),
                Vnd.of(Rows.get(row, "cash_to_collect", Long.class)),
                Rows.get(row, "created_at", Instant.class),
                scans(Rows.get(row, "scans", Json.class)));
    }

    private List<Parcel.Scan> scans(Json stored) {
        return Arrays.asList(json.readValue(stored.asArray(), Parcel.Scan[].class));
    }
}
