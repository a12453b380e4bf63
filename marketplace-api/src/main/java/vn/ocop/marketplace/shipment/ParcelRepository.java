package vn.ocop.marketplace.shipment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.shipment.network.PostOffice;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** All SQL on parcels and their scans. */
@Repository
class ParcelRepository {

    private static final String SCANS = """
            coalesce((select jsonb_agg(jsonb_build_object('id', e.scan_id, 'step', e.status, 'at', e.happened_at,
                                 'source', e.source, 'office', e.office_code, 'towards', e.towards,
                                 'courier', e.courier_id, 'reason', e.reason, 'actor', e.actor_id, 'voids', e.voids)
                                 order by e.id)
                        from shipment.parcel_events e
                       where e.parcel_id = p.id), '[]') as scans
            """;

    private static final String SELECT = """
            select p.id, p.order_id, p.order_code, p.shop_id, p.office_code, p.tracking_number, p.status,
                   p.delivery_office, p.holder_office, p.bound_for, p.courier_id, p.told,
                   p.recipient_name, p.recipient_phone, p.street, p.commune_code, p.weight_grams, p.cash_to_collect,
                   p.service_code, p.due_on, p.created_at, p.status_at, """ + SCANS + " from shipment.parcels p ";

    private final DatabaseClient database;
    private final JsonMapper json;

    ParcelRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Answers false when the order already has its parcel. */
    Mono<Boolean> add(
            ParcelRequest request, String officeCode, TrackingNumber number, String deliveryCode, Instant now) {
        return database.sql("""
                with added as (
                    insert into shipment.parcels (id, order_id, order_code, shop_id, office_code, holder_office,
                                                  delivery_office, tracking_number, status, status_at, recipient_name, recipient_folded,
                                                  recipient_phone, street, commune_code, weight_grams, cash_to_collect, created_at,
                                                  service_code, due_on, delivery_code)
                    values (uuidv7(), :order, :code, :shop, :office, :office,
                            (select a.office_code
                               from shipment.service_areas a
                               join shipment.post_offices o on o.code = :office and o.carrier_code = a.carrier_code
                              where a.commune_code = :commune),
                            :number, 'TO_COLLECT', :now, :name, :folded, :phone, :street, :commune, :weight, :cash, :now, :service, :due, :deliveryCode)
                    on conflict (order_id) do nothing
                    returning id)
                insert into shipment.parcel_events (parcel_id, scan_id, status, source, office_code, at, happened_at)
                select id, uuidv7(), 'TO_COLLECT', 'SYSTEM', :office, :now, :now from added
                """)
                .bind("order", request.orderId())
                .bind("code", request.orderCode())
                .bind("shop", request.shopId())
                .bind("office", officeCode)
                .bind("number", number.text())
                .bind("name", request.recipient().name())
                .bind("folded", VietnameseText.fold(request.recipient().name()))
                .bind("phone", request.recipient().phone())
                .bind("street", request.recipient().street())
                .bind("commune", request.recipient().communeCode())
                .bind("weight", request.weightGrams())
                .bind("cash", request.cashToCollect().dong())
                .bind("deliveryCode", deliveryCode)
                .bind("now", now)
                .bind("service", orNull(request.delivery(), ParcelRequest.Delivery::service, String.class))
                .bind("due", orNull(request.delivery(), ParcelRequest.Delivery::promisedOn, LocalDate.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Answers false when it is on its way, or there is none. */
    Mono<Boolean> withdraw(UUID order, UUID actor, Instant now) {
        return database.sql("""
                with withdrawn as (
                    update shipment.parcels
                       set status = 'CANCELLED', status_at = :now, version = version + 1
                     where order_id = :order
                       and status = 'TO_COLLECT'
                    returning id, office_code)
                insert into shipment.parcel_events (parcel_id, scan_id, status, source, office_code, actor_id, at, happened_at)
                select id, uuidv7(), 'CANCELLED', 'SYSTEM', office_code, :actor, :now, :now from withdrawn
                """)
                .bind("order", order)
                .bind("actor", actor)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * The parcel, after locking it. Two statements: one that waits for the lock would see the scans as they were before
     * it waited.
     */
    Mono<Parcel> lock(UUID id) {
        return database.sql("select id from shipment.parcels where id = :id for update")
                .bind("id", id)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .flatMap(this::find);
    }

    Mono<Parcel> find(UUID id) {
        return database.sql(SELECT + " where p.id = :id")
                .bind("id", id)
                .map(this::parcel)
                .one();
    }

    /** Those of the numbers and order codes that there are. */
    Flux<Parcel> findAll(List<String> numbers) {
        return database.sql(SELECT + " where p.tracking_number = any(:numbers) or p.order_code = any(:numbers)")
                .bind("numbers", numbers.toArray(String[]::new))
                .map(this::parcel)
                .all();
    }

    /** By what is printed on it or written in an order. */
    Mono<Parcel> lock(String number) {
        return database.sql(
                        "select id from shipment.parcels where tracking_number = :number or order_code = :number for update")
                .bind("number", number)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .flatMap(this::find);
    }

    /** The carrier whose office collects it. */
    Mono<String> carrierOf(UUID id) {
        return database.sql("""
                select o.carrier_code
                  from shipment.parcels p
                  join shipment.post_offices o on o.code = p.office_code
                 where p.id = :id
                """)
                .bind("id", id)
                .map(row -> Rows.get(row, "carrier_code", String.class))
                .one();
    }

    /** What the recipient of a parcel is told; parcels older than the codes have none. */
    Mono<String> deliveryCode(UUID id) {
        return database.sql("select delivery_code from shipment.parcels where id = :id and delivery_code is not null")
                .bind("id", id)
                .map(row -> Rows.get(row, "delivery_code", String.class))
                .one();
    }

    Mono<Long> nextSerial() {
        return database.sql("select nextval('shipment.tracking_serials') as serial")
                .map(row -> Rows.get(row, "serial", Long.class))
                .one();
    }

    /** Adds the newest scan and what came of it; answers false when the scan's id is another's. Only under the lock. */
    Mono<Boolean> save(Parcel.Scanned scanned, @Nullable Instant deviceAt, String note, Instant now) {
        var parcel = scanned.parcel();
        var scan = parcel.scans().getLast();
        return database.sql("""
                with added as (
                    insert into shipment.parcel_events (parcel_id, scan_id, status, source, office_code, towards,
                           courier_id, reason, note, actor_id, voids, device_at, happened_at, at)
                    values (:id, :scan, :step, :source, :office, :towards, :courier, :reason, :note, :actor, :voids,
                            :deviceAt, :happenedAt, :now)
                    on conflict (scan_id) do nothing
                    returning parcel_id)
                update shipment.parcels p
                   set status_at = case when p.status = :status then p.status_at else :now end,
                       status = :status, holder_office = :holder, bound_for = :boundFor, courier_id = :runOf,
                       failure = :failure, attempts = :attempts, told = :told, unfitting = :unfitting,
                       version = p.version + 1
                  from added
                 where p.id = added.parcel_id
                """)
                .bind("id", parcel.id())
                .bind("scan", scan.id())
                .bind("step", scan.step().name())
                .bind("source", scan.source().name())
                .bind("note", note)
                .bind("happenedAt", scan.at())
                .bind("now", now)
                .bind("status", parcel.status().name())
                .bind("holder", parcel.place().holder())
                .bind("attempts", parcel.journey().attempts())
                .bind("told", parcel.told().stream().map(Enum::name).sorted().toArray(String[]::new))
                .bind("unfitting", scanned.unfitting())
                .bind("office", orNull(scan.office(), String.class))
                .bind("towards", orNull(scan.towards(), String.class))
                .bind("courier", orNull(scan.courier(), UUID.class))
                .bind("reason", orNull(scan.reason(), Enum::name, String.class))
                .bind("actor", orNull(scan.actor(), UUID.class))
                .bind("voids", orNull(scan.voids(), UUID.class))
                .bind("deviceAt", orNull(deviceAt, Instant.class))
                .bind("boundFor", orNull(parcel.place().towards(), String.class))
                .bind("runOf", orNull(parcel.place().courier(), UUID.class))
                .bind("failure", orNull(scanned.failure(), Enum::name, String.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What an office has or awaits, in the order of {@link WorkOrder}. */
    Flux<Parcel> ofOffice(String office, ParcelQueries.Wanted wanted, @Nullable WorkOrder after, int limit) {
        var status = wanted.status();
        return database.sql(SELECT + " where " + where(wanted.list()) + """
                   and (:status::text is null or p.status = :status)
                   and (:number::text is null or p.tracking_number = :number or p.order_code = :number)
                   and (:phone::text is null or p.recipient_phone = :phone)
                   and (:name::text is null or p.recipient_folded like '%' || :name || '%')
                """
                        + (wanted.over() ? WorkOrder.LATEST_FIRST : WorkOrder.DUE_FIRST))
                .bind("office", office)
                .bind("limit", limit)
                .bind("status", orNull(status, Enum::name, String.class))
                .bind("number", orNull(wanted.number(), String.class))
                .bind("phone", orNull(wanted.phone(), String.class))
                .bind("name", orNull(wanted.name(), String.class))
                .bind("due", orNull(after, WorkOrder::due, String.class))
                .bind("commune", orNull(after, WorkOrder::commune, String.class))
                .bind("id", orNull(after, WorkOrder::id, UUID.class))
                .map(this::parcel)
                .all();
    }

    private static String where(ParcelQueries.WorkList list) {
        return switch (list) {
            case HELD -> "p.holder_office = :office and p.bound_for is null";
            case INCOMING -> "p.bound_for = :office";
            case SENT_ON -> "p.holder_office = :office and p.bound_for is not null";
            case TO_REVIEW -> "p.holder_office = :office and p.unfitting > 0";
            case FOUND ->
                "(p.office_code = :office or p.delivery_office = :office or p.holder_office = :office or p.bound_for = :office)";
        };
    }

    /** What the offices of a carrier collect, oldest first. */
    Flux<Parcel> ofCarrier(String carrier, @Nullable ParcelStatus status, @Nullable Cursor after, int limit) {
        return database.sql(SELECT + """
                 where p.office_code in (select o.code from shipment.post_offices o where o.carrier_code = :carrier)
                   and (:status::text is null or p.status = :status)
                   and (:at::timestamptz is null or (p.created_at, p.id) > (:at, :id))
                 order by p.created_at, p.id
                 limit :limit
                """)
                .bind("carrier", carrier)
                .bind("status", orNull(status, Enum::name, String.class))
                .bind("at", orNull(after, Cursor::at, Instant.class))
                .bind("id", orNull(after, Cursor::id, UUID.class))
                .bind("limit", limit)
                .map(this::parcel)
                .all();
    }

    /** What a courier has out, in the order of the communes. */
    Flux<Parcel> ofRun(UUID courier) {
        return database.sql(SELECT + " where p.courier_id = :courier order by p.commune_code, p.street, p.id limit 300")
                .bind("courier", courier)
                .map(this::parcel)
                .all();
    }

    Mono<Tracking> track(String number) {
        return database.sql("""
                select p.tracking_number, p.commune_code as destination, p.due_on,
                       o.code, o.name, o.street, o.commune_code, o.province_code, """ + SCANS + """
                  from shipment.parcels p
                  join shipment.post_offices o on o.code = p.office_code
                 where p.tracking_number = :number
                """)
                .bind("number", number)
                .map(this::tracking)
                .one();
    }

    private Tracking tracking(Readable row) {
        return new Tracking(
                Rows.get(row, "tracking_number", String.class),
                new PostOffice(
                        Rows.get(row, "code", String.class),
                        Rows.get(row, "name", String.class),
                        Rows.get(row, "street", String.class),
                        Rows.get(row, "commune_code", String.class),
                        Rows.get(row, "province_code", String.class)),
                Rows.get(row, "destination", String.class),
                row.get("due_on", LocalDate.class),
                Journey.of(scans(Rows.get(row, "scans", Json.class))));
    }

    Mono<Map<ParcelStatus, Long>> counts(String office) {
        return database.sql(
                        "select status, count(*) as n from shipment.parcels where holder_office = :office and bound_for is null group by status")
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
                Rows.get(row, "tracking_number", String.class),
                ParcelStatus.valueOf(Rows.get(row, "status", String.class)),
                new Parcel.Place(
                        row.get("delivery_office", String.class),
                        Rows.get(row, "holder_office", String.class),
                        row.get("bound_for", String.class),
                        row.get("courier_id", UUID.class)),
                new ParcelRequest.Recipient(
                        Rows.get(row, "recipient_name", String.class),
                        Rows.get(row, "recipient_phone", String.class),
                        Rows.get(row, "street", String.class),
                        Rows.get(row, "commune_code", String.class)),
                Rows.get(row, "weight_grams", Integer.class),
                Vnd.of(Rows.get(row, "cash_to_collect", Long.class)),
                row.get("service_code", String.class),
                row.get("due_on", LocalDate.class),
                Rows.get(row, "created_at", Instant.class),
                Rows.get(row, "status_at", Instant.class),
                Arrays.stream(Rows.get(row, "told", String[].class))
                        .map(ParcelStatus::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                scans(Rows.get(row, "scans", Json.class)));
    }

    private List<Scan> scans(Json stored) {
        return Arrays.asList(json.readValue(stored.asArray(), Scan[].class));
    }
}
