package vn.ocop.marketplace.shipment.carrier;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;
import vn.ocop.marketplace.shipment.ParcelStatus;

/** All SQL on carriers that are not our own desks. */
@Repository
class CarrierRepository {

    private static final TypeReference<Map<String, String>> CODES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final SecretBox secrets;
    private final JsonMapper json;

    CarrierRepository(DatabaseClient database, SecretBox secrets, JsonMapper json) {
        this.json = json;
        this.database = database;
        this.secrets = secrets;
    }

    Mono<CarrierAccount> account(UUID id) {
        return database.sql("select * from shipment.carrier_accounts where id = :id and active")
                .bind("id", id)
                .map(this::accountOf)
                .one();
    }

    private CarrierAccount accountOf(Readable row) {
        return new CarrierAccount(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "carrier_code", String.class),
                CarrierAccount.Adapter.valueOf(Rows.get(row, "adapter", String.class)),
                Rows.get(row, "base_url", String.class),
                Rows.get(row, "shop_ref", String.class),
                secrets.open(Rows.get(row, "sealed_token", byte[].class)),
                secrets.open(Rows.get(row, "sealed_secret", byte[].class)));
    }

    /** The account with what its codes mean; the one before it of the same carrier rests. */
    Mono<Void> save(CarrierAccount account, Map<String, Optional<ParcelStatus>> codes) {
        return database.sql(
                        "update shipment.carrier_accounts set active = false where carrier_code = :carrier and id <> :id")
                .bind("carrier", account.carrier())
                .bind("id", account.id())
                .then()
                .then(database.sql("""
                        insert into shipment.carrier_accounts as a (id, carrier_code, adapter, base_url, shop_ref,
                               sealed_token, sealed_secret)
                        values (:id, :carrier, :adapter, :url, :shop, :token, :secret)
                        on conflict (id) do update set base_url = :url, shop_ref = :shop, sealed_token = :token,
                               sealed_secret = :secret, active = true
                        """)
                        .bind("id", account.id())
                        .bind("carrier", account.carrier())
                        .bind("adapter", account.adapter().name())
                        .bind("url", account.baseUrl())
                        .bind("shop", account.shopRef())
                        .bind("token", secrets.seal(account.token()))
                        .bind("secret", secrets.seal(account.secret()))
                        .then())
                .then(Mono.defer(() -> addCodes(account.id(), codes)));
    }

    /** Answers whether there is such an account. */
    Mono<Boolean> replaceCodes(UUID account, Map<String, Optional<ParcelStatus>> codes) {
        return database.sql("select id from shipment.carrier_accounts where id = :id for update")
                .bind("id", account)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .flatMap(found -> database.sql(
                                "delete from shipment.carrier_codes where account_id = :id and code <> all(:codes)")
                        .bind("id", account)
                        .bind("codes", codes.keySet().toArray(String[]::new))
                        .then()
                        .then(addCodes(account, codes))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Says what codes of an account mean from now on; others stay. */
    Mono<Void> addCodes(UUID account, Map<String, Optional<ParcelStatus>> codes) {
        return database.sql("""
                insert into shipment.carrier_codes (account_id, code, step)
                select :id, t.code, nullif(t.step, '')
                  from unnest(:codes::text[], :steps::text[]) as t (code, step)
                on conflict (account_id, code) do update set step = excluded.step
                """)
                .bind("id", account)
                .bind("codes", codes.keySet().toArray(String[]::new))
                .bind(
                        "steps",
                        codes.values().stream()
                                .map(step -> step.map(Enum::name).orElse(""))
                                .toArray(String[]::new))
                .then();
    }

    /** Whether the carrier of an order's parcel is to be asked; once per parcel. */
    Mono<UUID> ask(UUID orderId, Instant now) {
        return database.sql("""
                insert into shipment.carrier_orders (parcel_id, account_id, state, asked_at)
                select p.id, a.id, 'ASKED', :now
                  from shipment.parcels p
                  join shipment.post_offices o on o.code = p.office_code
                  join shipment.carrier_accounts a on a.carrier_code = o.carrier_code and a.active and a.adapter = 'GHN'
                 where p.order_id = :order
                on conflict (parcel_id) do nothing
                returning parcel_id
                """)
                .bind("order", orderId)
                .bind("now", now)
                .map(row -> Rows.get(row, "parcel_id", UUID.class))
                .one();
    }

    /** Answers the parcel if a carrier was asked to take it. */
    Mono<UUID> callOff(UUID order) {
        return database.sql("""
                update shipment.carrier_orders c
                   set state = 'CALLED_OFF', last_error = null
                  from shipment.parcels p
                 where p.order_id = :order
                   and c.parcel_id = p.id
                   and c.state in ('ASKED', 'TAKEN')
                returning c.parcel_id
                """)
                .bind("order", order)
                .map(row -> Rows.get(row, "parcel_id", UUID.class))
                .one();
    }

    /** What was called off meanwhile stays called off; the number is kept all the same, to tell the carrier. */
    Mono<Void> taken(UUID parcel, String number) {
        return database.sql("""
                update shipment.carrier_orders
                   set state = case state when 'ASKED' then 'TAKEN' else state end, carrier_number = :number, last_error = null
                 where parcel_id = :parcel
                """).bind("parcel", parcel).bind("number", number).then();
    }

    /** Asks a carrier again that had refused. Answers whether there was such a refusal. */
    Mono<Boolean> askAgain(UUID parcel, Instant now) {
        return database.sql("""
                update shipment.carrier_orders
                   set state = 'ASKED', last_error = null, asked_at = :now
                 where parcel_id = :parcel
                   and state = 'REFUSED'
                """)
                .bind("parcel", parcel)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What carriers would not take, or would not let go. */
    Flux<CarrierDesk.Stuck> stuck(int limit) {
        return database.sql("""
                select c.parcel_id, a.carrier_code, p.tracking_number, p.order_code, c.state, c.last_error, c.asked_at
                  from shipment.carrier_orders c
                  join shipment.carrier_accounts a on a.id = c.account_id
                  join shipment.parcels p on p.id = c.parcel_id
                 where c.state = 'REFUSED'
                    or c.state = 'CALLED_OFF' and c.last_error is not null
                 order by c.asked_at desc
                 limit :limit
                """)
                .bind("limit", limit)
                .map(row -> new CarrierDesk.Stuck(
                        Rows.get(row, "parcel_id", UUID.class),
                        Rows.get(row, "carrier_code", String.class),
                        Rows.get(row, "tracking_number", String.class),
                        Rows.get(row, "order_code", String.class),
                        CarrierOrder.State.valueOf(Rows.get(row, "state", String.class)),
                        String.valueOf(row.get("last_error", String.class)),
                        Rows.get(row, "asked_at", Instant.class)))
                .all();
    }

    Flux<CarrierDesk.Carrier> carriers() {
        return database.sql("select code, name from shipment.carriers order by name")
                .map(row -> new CarrierDesk.Carrier(
                        Rows.get(row, "code", String.class), Rows.get(row, "name", String.class)))
                .all();
    }

    /** Every account without its secrets, those in use first. */
    Flux<CarrierDesk.Known> accounts() {
        return database.sql("""
                select a.id, a.carrier_code, a.adapter, a.base_url, a.shop_ref, a.active,
                       coalesce((select jsonb_object_agg(c.code, coalesce(c.step, '') order by c.code)
                                   from shipment.carrier_codes c where c.account_id = a.id), '{}') as codes
                  from shipment.carrier_accounts a
                 order by a.active desc, a.carrier_code, a.id
                """)
                .map(row -> new CarrierDesk.Known(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "carrier_code", String.class),
                        Rows.get(row, "adapter", String.class),
                        Rows.get(row, "base_url", String.class),
                        Rows.get(row, "shop_ref", String.class),
                        Rows.get(row, "active", Boolean.class),
                        json.readValue(Rows.get(row, "codes", Json.class).asArray(), CODES)))
                .all();
    }

    /** One that waits for a person, locked. */
    Mono<Unexplained> unexplained(UUID id) {
        return database.sql("select * from shipment.carrier_messages where id = :id and state = 'REVIEW' for update")
                .bind("id", id)
                .map(CarrierRepository::unexplainedOf)
                .one();
    }

    /** All of one code of an account that wait, oldest first, locked. */
    Flux<Unexplained> unexplained(UUID account, String code) {
        return database.sql("""
                select *
                  from shipment.carrier_messages
                 where account_id = :account
                   and code = :code
                   and state = 'REVIEW'
                 order by happened_at, id
                   for update
                """)
                .bind("account", account)
                .bind("code", code)
                .map(CarrierRepository::unexplainedOf)
                .all();
    }

    /** A message with the account it came by. */
    record Unexplained(UUID id, UUID account, CarrierMessage message) {}

    private static Unexplained unexplainedOf(Readable row) {
        return new Unexplained(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "account_id", UUID.class),
                new CarrierMessage(
                        Rows.get(row, "number", String.class),
                        Rows.get(row, "code", String.class),
                        Rows.get(row, "happened_at", Instant.class),
                        Rows.get(row, "reason", String.class)));
    }

    /** What became of a message. */
    Mono<String> outcome(UUID message) {
        return database.sql("select state from shipment.carrier_messages where id = :id")
                .bind("id", message)
                .map(row -> Rows.get(row, "state", String.class))
                .one();
    }

    Mono<Void> dealtWith(UUID message, String state) {
        return database.sql("update shipment.carrier_messages set state = :state where id = :id")
                .bind("id", message)
                .bind("state", state)
                .then();
    }

    /** Which account a parcel goes by, and how far it has got. */
    record Asked(
            UUID parcel,
            UUID account,
            CarrierOrder.State state,
            @Nullable String number) {}

    private static Asked askedOf(Readable row) {
        return new Asked(
                Rows.get(row, "parcel_id", UUID.class),
                Rows.get(row, "account_id", UUID.class),
                CarrierOrder.State.valueOf(Rows.get(row, "state", String.class)),
                row.get("carrier_number", String.class));
    }

    Mono<Asked> asked(UUID parcel) {
        return database.sql("select * from shipment.carrier_orders where parcel_id = :parcel")
                .bind("parcel", parcel)
                .map(CarrierRepository::askedOf)
                .one();
    }

    Mono<Asked> byNumber(UUID account, String number) {
        return database.sql(
                        "select * from shipment.carrier_orders where account_id = :account and carrier_number = :number")
                .bind("account", account)
                .bind("number", number)
                .map(CarrierRepository::askedOf)
                .one();
    }

    Mono<Void> state(UUID parcel, CarrierOrder.State state, @Nullable String number, @Nullable String error) {
        return database.sql("""
                update shipment.carrier_orders
                   set state = :state, carrier_number = coalesce(:number, carrier_number), last_error = :error
                 where parcel_id = :parcel
                """)
                .bind("parcel", parcel)
                .bind("state", state.name())
                .bind("number", orNull(number, String.class))
                .bind("error", orNull(error, String.class))
                .then();
    }

    Mono<Void> heard(UUID parcel, Instant now) {
        return database.sql("update shipment.carrier_orders set heard_at = :now where parcel_id = :parcel")
                .bind("parcel", parcel)
                .bind("now", now)
                .then();
    }

    /** Of whom nothing was heard since. */
    Flux<Asked> silent(Instant since, int limit) {
        return database.sql("""
                select c.*
                  from shipment.carrier_orders c
                  join shipment.parcels p on p.id = c.parcel_id
                 where c.state = 'TAKEN'
                   and coalesce(c.heard_at, c.asked_at) < :since
                   and p.status not in ('DELIVERED', 'RETURNED', 'LOST', 'DAMAGED', 'CANCELLED')
                 order by coalesce(c.heard_at, c.asked_at)
                 limit :limit
                """)
                .bind("since", since)
                .bind("limit", limit)
                .map(CarrierRepository::askedOf)
                .all();
    }

    /** What a code means to an account: empty when nobody has said, and a step or none where somebody has. */
    Mono<Optional<ParcelStatus>> meaning(UUID account, String code) {
        return database.sql("select step from shipment.carrier_codes where account_id = :account and code = :code")
                .bind("account", account)
                .bind("code", code)
                .map(row -> Optional.ofNullable(row.get("step", String.class)).map(ParcelStatus::valueOf))
                .one();
    }

    /** Answers false when the same was told before. */
    Mono<Boolean> told(UUID account, CarrierMessage message, String state, Instant now) {
        return database.sql("""
                insert into shipment.carrier_messages (id, account_id, number, code, happened_at, received_at, state, reason)
                values (:id, :account, :number, :code, :at, :now, :state, :reason)
                on conflict (id) do nothing
                """)
                .bind("id", message.id(account))
                .bind("account", account)
                .bind("number", message.number())
                .bind("code", message.code())
                .bind("at", message.at())
                .bind("now", now)
                .bind("state", state)
                .bind("reason", message.reason())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<Carriers.Unclear> toReview(int limit) {
        return database.sql("""
                select m.id, a.carrier_code, m.number, m.code, m.happened_at, m.reason
                  from shipment.carrier_messages m
                  join shipment.carrier_accounts a on a.id = m.account_id
                 where m.state = 'REVIEW'
                 order by m.received_at desc
                 limit :limit
                """)
                .bind("limit", limit)
                .map(row -> new Carriers.Unclear(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "carrier_code", String.class),
                        Rows.get(row, "number", String.class),
                        Rows.get(row, "code", String.class),
                        Rows.get(row, "happened_at", Instant.class),
                        Rows.get(row, "reason", String.class)))
                .all();
    }
}
