package vn.ocop.marketplace.order;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;

/** All SQL that changes orders; what reads them is {@link OrderReads}. */
@Repository
class OrderRepository {

    private final DatabaseClient database;
    private final JsonMapper json;

    OrderRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The purchase with its orders, lines and first events, in one statement. */
    Mono<Void> add(OrderGroup group, boolean adultConfirmed, String provinceCode) {
        return database.sql("""
                with placed as (
                    insert into orders.order_groups (id, code, buyer_id, payment_method, recipient_name, recipient_phone,
                           commune_code, province_code, street, goods_total, delivery_total, total, adult_confirmed,
                           language, placed_at, pay_until)
                    values (:id, :code, :buyer, :method, :name, :phone, :commune, :province, :street, :goods, :delivery,
                           :total, :adult, :language, :now, :until)),
                parts as (
                    select *
                      from jsonb_to_recordset(:orders) as p (id uuid, code text, "shopId" uuid, status text,
                           "goodsTotal" bigint, "deliveryFee" bigint, "weightGrams" int, note text, lines jsonb,
                           "deliveryOffers" jsonb)),
                ordered as (
                    insert into orders.orders (id, group_id, code, shop_id, status, goods_total, delivery_fee, total,
                           weight_grams, note, placed_at, delivery_offers)
                    select id, :id, code, "shopId", status, "goodsTotal", "deliveryFee", "goodsTotal" + "deliveryFee",
                           "weightGrams", note, :now, "deliveryOffers"
                      from parts),
                lined as (
                    insert into orders.order_lines (order_id, position, listing_id, listing_slug, variant_id, title_vi,
                           title_en, variant_vi, variant_en, picture, unit_price, quantity, line_total, weight_grams,
                           commission, commission_vat, tax_vat, tax_pit, commission_rule_id, tax_rate_id, return_hours,
                           discount, offers)
                    select p.id, l.position, l."listingId", l."listingSlug", l."variantId", l.title ->> 'vi',
                           l.title ->> 'en', l."variantName" ->> 'vi', l."variantName" ->> 'en', l.picture, l."unitPrice",
                           l.quantity, l."unitPrice" * l.quantity - d.discount, l."weightGrams", (l.charges ->> 'commission')::bigint,
                           (l.charges ->> 'commissionVat')::bigint, (l.charges ->> 'taxVat')::bigint,
                           (l.charges ->> 'taxPit')::bigint, (l.charges ->> 'commissionRule')::uuid,
                           (l.charges ->> 'taxRate')::uuid, l."returnHours",
                           d.discount, l.offers
                      from parts p,
                           rows from (jsonb_to_recordset(p.lines) as ("listingId" uuid, "listingSlug" text,
                           "variantId" uuid, title jsonb, "variantName" jsonb, picture jsonb, "unitPrice" bigint,
                           quantity int, "weightGrams" int, charges jsonb, "returnHours" int, offers jsonb)) with ordinality as l ("listingId",
                           "listingSlug", "variantId", title, "variantName", picture, "unitPrice", quantity,
                           "weightGrams", charges, "returnHours", offers, position),
                           lateral (select coalesce(sum((o ->> 'amount')::bigint), 0) as discount
                                      from jsonb_array_elements(l.offers) as o) as d)
                insert into orders.order_events (order_id, status, actor_id, at)
                select id, status, :buyer, :now from parts
                """)
                .bind("id", group.id())
                .bind("code", group.code())
                .bind("buyer", group.buyerId())
                .bind("method", group.payment().method().name())
                .bind("name", group.recipient().name())
                .bind("phone", group.recipient().phone())
                .bind("commune", group.recipient().communeCode())
                .bind("province", provinceCode)
                .bind("street", group.recipient().street())
                .bind("goods", group.goodsTotal().dong())
                .bind("delivery", group.deliveryTotal().dong())
                .bind("total", group.total().dong())
                .bind("adult", adultConfirmed)
                .bind("language", group.language().tag())
                .bind("now", group.placedAt())
                .bind("orders", Json.of(json.writeValueAsBytes(group.orders())))
                .bind("until", orNull(group.payment().payUntil(), Instant.class))
                .then();
    }

    /** Locks orders, always in id order, before anything is decided on them. */
    Flux<UUID> lockOfGroup(UUID groupId) {
        return database.sql("select id from orders.orders where group_id = :group order by id for update")
                .bind("group", groupId)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    /** The purchase an order belongs to, after locking the order; empty when there is no such order. */
    Mono<UUID> lockByCode(String code) {
        return database.sql("select group_id from orders.orders where code = :code for update")
                .bind("code", code)
                .map(row -> Rows.get(row, "group_id", UUID.class))
                .one();
    }

    Mono<UUID> lockById(UUID id) {
        return database.sql("select group_id from orders.orders where id = :id for update")
                .bind("id", id)
                .map(row -> Rows.get(row, "group_id", UUID.class))
                .one();
    }

    Mono<UUID> groupOf(String orderCode) {
        return database.sql("select group_id from orders.orders where code = :code")
                .bind("code", orderCode)
                .map(row -> Rows.get(row, "group_id", UUID.class))
                .one();
    }

    /** Saves the newest step of each order; only under the lock. */
    Mono<Void> saveSteps(Collection<Order> orders, @Nullable UUID actor) {
        return Flux.fromIterable(orders)
                .concatMap(order -> saveStep(order, actor))
                .then();
    }

    private Mono<Void> saveStep(Order order, @Nullable UUID actor) {
        var step = order.timeline().getLast();
        return database.sql("""
                with moved as (
                    update orders.orders
                       set status = :status, version = version + 1
                     where id = :id)
                insert into orders.order_events (order_id, status, actor_id, detail, at)
                values (:id, :status, :actor, :detail, :at)
                """)
                .bind("status", step.status().name())
                .bind("id", order.id())
                .bind("at", step.at())
                .bind("actor", orNull(actor, UUID.class))
                .bind("detail", orNull(step.detail(), String.class))
                .then();
    }

    /** Delivered orders whose money may go and has not, unless something is being returned. */
    Flux<UUID> toRelease(Instant now, int limit) {
        return database.sql("""
                select id
                  from orders.orders o
                 where release_due <= :now
                   and released_at is null
                   and not exists (select from orders.returns r where r.order_id = o.id and r.ended_at is null)
                 order by release_due
                 limit :limit
                """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    /** Answers whether it was let go just now. Only under the order's lock. */
    Mono<Boolean> released(UUID id, Instant now) {
        return database.sql("""
                update orders.orders o
                   set released_at = :now
                 where id = :id
                   and released_at is null
                   and (received_at is not null or release_due <= :now)
                   and not exists (select from orders.returns r where r.order_id = o.id and r.ended_at is null)
                """)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> received(UUID id, Instant now) {
        return database.sql("update orders.orders set received_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .then();
    }

    Mono<Void> releaseDue(UUID id, Instant due) {
        return database.sql("update orders.orders set release_due = :due where id = :id")
                .bind("id", id)
                .bind("due", due)
                .then();
    }

    /** Purchases of a guest become the member's who the guest turned out to be. */
    Mono<Void> move(UUID guest, UUID member) {
        return database.sql("update orders.order_groups set buyer_id = :member where buyer_id = :guest")
                .bind("member", member)
                .bind("guest", guest)
                .then();
    }
}
