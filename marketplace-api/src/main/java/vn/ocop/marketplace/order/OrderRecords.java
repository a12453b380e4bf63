package vn.ocop.marketplace.order;

import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.ShopRecords;

/** A shop's orders as the contracts they are: whom they went to, what at which price, and every step. */
@Component
@Order(4)
class OrderRecords implements ShopRecords {

    private final DatabaseClient database;

    OrderRecords(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "orders";
    }

    @Override
    public Flux<String> of(UUID shop) {
        return database.sql("""
                select (to_jsonb(o) - 'group_id'
                        || jsonb_build_object(
                               'recipient', jsonb_build_object('name', g.recipient_name, 'phone', g.recipient_phone,
                                                               'street', g.street, 'communeCode', g.commune_code),
                               'paymentMethod', g.payment_method,
                               'lines', (select jsonb_agg(to_jsonb(i) - 'order_id' - 'picture' order by i.position)
                                           from orders.order_lines i where i.order_id = o.id),
                               'events', (select coalesce(jsonb_agg(to_jsonb(e) - 'order_id' - 'actor_id' order by e.id), '[]')
                                            from orders.order_events e where e.order_id = o.id)))::text as line
                  from orders.orders o
                  join orders.order_groups g on g.id = o.group_id
                 where o.shop_id = :shop
                 order by o.id
                """)
                .bind("shop", shop)
                .map(row -> Rows.get(row, "line", String.class))
                .all();
    }
}
