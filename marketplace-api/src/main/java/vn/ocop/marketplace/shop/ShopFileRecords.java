package vn.ocop.marketplace.shop;

import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.platform.Rows;

/** A shop's file and what was decided on it. */
@Component
@Order(1)
class ShopFileRecords implements ShopRecords {

    private final DatabaseClient database;

    ShopFileRecords(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "shop";
    }

    @Override
    public Flux<String> of(UUID shop) {
        return database.sql("""
                select (to_jsonb(s) - 'folded'
                        || jsonb_build_object(
                               'decisions', (select coalesce(jsonb_agg(to_jsonb(d) - 'shop_id' order by d.id), '[]')
                                               from shop.decisions d where d.shop_id = s.id),
                               'restrictions', (select coalesce(jsonb_agg(to_jsonb(r) - 'shop_id' order by r.announced_at), '[]')
                                                  from shop.restrictions r where r.shop_id = s.id),
                               'holidays', (select coalesce(jsonb_agg(to_jsonb(h) - 'shop_id' order by h.first_day), '[]')
                                              from shop.holidays h where h.shop_id = s.id)))::text as line
                  from shop.shops s
                 where s.id = :shop
                """)
                .bind("shop", shop)
                .map(row -> Rows.get(row, "line", String.class))
                .all();
    }
}
