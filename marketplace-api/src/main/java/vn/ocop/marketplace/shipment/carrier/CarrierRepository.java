package vn.ocop.marketplace.shipment.carrier;

import static vn.ocop.marketplace.platform.Nullables.orNull;

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
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;
import vn.ocop.marketplace.shipment.ParcelStatus;

/** All SQL on carriers that are not our own desks. */
@Repository
class CarrierRepository {

    private final DatabaseClient database;
    private final SecretBox secrets;

    CarrierRepository(DatabaseClient database, SecretBox secrets) {
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
                        with saved as (
                            insert into shipment.carrier_accounts as a (id, carrier_code, adapter, base_url, shop_ref,
                                   sealed_token, sealed_secret)
                            values (:id, :carrier, :adapter, :url, :shop, :token, :secret)
                            on conflict (id) do update set base_url = :url, shop_ref = :shop, sealed_token = :token,
                                   sealed_secret = :secret, active = true
                            returning id)
                        insert into shipment.carrier_codes as c (account_id, code, step)
                        select saved.id, t.code, nullif(t.step, '')
                          from saved, unnest(:codes::text[], :steps::text[]) as t (code, step)
                        on conflict (account_id, code) do update set step = excluded.step
                        """)
                        .bind("id", account.id())
                        .bind("carrier", account.carrier())
                        .bind("adapter", account.adapter().name())
                        .bind("url", account.baseUrl())
                        .bind("shop", account.shopRef())
                        .bind("token", secrets.seal(account.token()))
                        .bind("secret", secrets.seal(account.secret()))
                        .bind("codes", codes.keySet().toArray(String[]::new))
                        .bind(
                                "steps",
                                codes.values().stream()
                                        .map(step -> step.map(Enum::name).orElse(""))
                                        .toArray(String[]::new))
                        .then());
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
