package vn.ocop.marketplace.order;

import static vn.ocop.marketplace.platform.Nullables.orNull;

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
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.PaymentStatus;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL that reads purchases, each in one round trip with everything its page shows. */
@Repository
class OrderReads {

    private static final String ORDER = """
            jsonb_build_object('id', o.id, 'code', o.code, 'shopId', o.shop_id, 'status', o.status,
                'goodsTotal', o.goods_total, 'deliveryFee', o.delivery_fee,
                'backDelivery', o.back_delivery, 'receivedAt', o.received_at, 'weightGrams', o.weight_grams,
                'note', o.note, 'placedAt', o.placed_at, 'deliveryOffers', o.delivery_offers,
                'lines', (select jsonb_agg(jsonb_build_object('listingId', l.listing_id, 'listingSlug', l.listing_slug,
                              'variantId', l.variant_id, 'title', jsonb_build_object('vi', l.title_vi, 'en', l.title_en),
                              'variantName', jsonb_build_object('vi', l.variant_vi, 'en', l.variant_en),
                              'picture', l.picture, 'unitPrice', l.unit_price, 'quantity', l.quantity,
                              'weightGrams', l.weight_grams, 'backPieces', l.back_pieces, 'backGoods', l.back_goods,
                              'returnHours', l.return_hours, 'offers', l.offers,
                              'charges', jsonb_build_object('commission', l.commission, 'commissionVat', l.commission_vat,
                                  'taxVat', l.tax_vat, 'taxPit', l.tax_pit, 'commissionRule', l.commission_rule_id,
                                  'taxRate', l.tax_rate_id)) order by l.position)
                            from orders.order_lines l where l.order_id = o.id),
                'timeline', (select jsonb_agg(jsonb_build_object('status', e.status, 'at', e.at, 'detail', e.detail)
                                              order by e.id)
                               from orders.order_events e where e.order_id = o.id),
                'parcel', (select jsonb_build_object('trackingNumber', s.tracking_number, 'status', s.status,
                                                     'office', s.office_name)
                             from shipment.published_parcels s where s.order_id = o.id),
                'refunds', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'cause', r.cause,
                                         'goodsTo', r.goods_to, 'reason', r.reason, 'goods', r.goods,
                                         'delivery', r.delivery, 'at', r.at) order by r.at)
                                       from orders.refunds r where r.order_id = o.id), '[]'),
                'invoice', (select jsonb_build_object('symbol', i.symbol, 'number', i.number, 'issuedOn', i.issued_on,
                                'lookupCode', i.lookup_code, 'lookupSite', i.lookup_site)
                              from orders.e_invoices i where i.order_id = o.id order by i.id desc limit 1),
                'settlement', (select jsonb_build_object('takenBack', t.taken_back, 'commission', t.commission,
                                   'commissionVat', t.commission_vat, 'tax', t.tax)
                                 from payment.published_parts t
                                where t.payable_id = o.group_id and t.part_id = o.id))
            """;

    private static final String GROUP = """
            g.id, g.code, g.buyer_id, g.recipient_name, g.recipient_phone, g.street, g.commune_code, g.language,
            g.placed_at, p.method, p.status as payment_status, p.amount, p.pay_until, p.settlement
            """;

    private static final String PURCHASE = "select " + GROUP + ", (select jsonb_agg(" + ORDER
            + " order by o.code) from orders.orders o where o.group_id = g.id) as orders"
            + " from orders.order_groups g join payment.published_payments p on p.payable_id = g.id ";

    /** The purchase reduced to the one order that its shop may see. */
    private static final String SHOPS_PART = "select " + GROUP + ", jsonb_build_array(" + ORDER + ") as orders,"
            + " o.placed_at as order_placed_at, o.id as order_id from orders.orders o"
            + " join orders.order_groups g on g.id = o.group_id"
            + " join payment.published_payments p on p.payable_id = g.id ";

    private final DatabaseClient database;
    private final JsonMapper json;

    OrderReads(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<OrderGroup> find(UUID groupId) {
        return database.sql(PURCHASE + "where g.id = :id")
                .bind("id", groupId)
                .map(this::group)
                .one();
    }

    Mono<OrderGroup> findByCode(String code) {
        return database.sql(PURCHASE + "where g.code = :code")
                .bind("code", code)
                .map(this::group)
                .one();
    }

    Flux<OrderGroup> ofBuyer(UUID buyer, @Nullable Cursor after, int limit) {
        var spec = database.sql(PURCHASE + """
                 where g.buyer_id = :buyer
                   and (:at::timestamptz is null or (g.placed_at, g.id) < (:at, :id))
                 order by g.placed_at desc, g.id desc
                 limit :limit
                """).bind("buyer", buyer).bind("limit", limit);
        return page(spec, after).map(this::group).all();
    }

    /** Newest first; unpaid orders are none of the shop's business yet. */
    Flux<OrderGroup> ofShop(UUID shop, @Nullable OrderStatus status, @Nullable Cursor after, int limit) {
        var spec = database.sql(SHOPS_PART + """
                 where o.shop_id = :shop
                   and o.status not in ('PENDING_PAYMENT', 'EXPIRED')
                   and (:status::text is null or o.status = :status)
                   and (:at::timestamptz is null or (o.placed_at, o.id) < (:at, :id))
                 order by o.placed_at desc, o.id desc
                 limit :limit
                """)
                .bind("shop", shop)
                .bind("limit", limit)
                .bind("status", orNull(status, Enum::name, String.class));
        return page(spec, after).map(this::group).all();
    }

    private static DatabaseClient.GenericExecuteSpec page(
            DatabaseClient.GenericExecuteSpec spec, @Nullable Cursor after) {
        return spec.bind("at", orNull(after, Cursor::at, Instant.class))
                .bind("id", orNull(after, Cursor::id, UUID.class));
    }

    Mono<Map<OrderStatus, Long>> countsOfShop(UUID shop) {
        return database.sql("""
                select status, count(*) as n
                  from orders.orders
                 where shop_id = :shop
                   and status not in ('PENDING_PAYMENT', 'EXPIRED')
                 group by status
                """)
                .bind("shop", shop)
                .map(row -> Map.entry(
                        OrderStatus.valueOf(Rows.get(row, "status", String.class)), Rows.get(row, "n", Long.class)))
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OrderGroup group(Readable row) {
        return new OrderGroup(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "code", String.class),
                Rows.get(row, "buyer_id", UUID.class),
                new Recipient(
                        Rows.get(row, "recipient_name", String.class),
                        Rows.get(row, "recipient_phone", String.class),
                        Rows.get(row, "street", String.class),
                        Rows.get(row, "commune_code", String.class)),
                Language.ofTag(Rows.get(row, "language", String.class)),
                new OrderGroup.PaymentState(
                        PaymentMethod.valueOf(Rows.get(row, "method", String.class)),
                        PaymentStatus.valueOf(Rows.get(row, "payment_status", String.class)),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        row.get("pay_until", Instant.class),
                        "DIRECT".equals(row.get("settlement", String.class))),
                orders(Rows.get(row, "orders", Json.class)),
                Rows.get(row, "placed_at", Instant.class));
    }

    private List<Order> orders(Json stored) {
        return Arrays.asList(json.readValue(stored.asArray(), Order[].class));
    }
}
