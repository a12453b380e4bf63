package vn.ocop.marketplace.catalog;

import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.ShopRecords;

/** A shop's certificates and what was decided on them. */
@Component
@Order(2)
class CertificateRecords implements ShopRecords {

    private final DatabaseClient database;

    CertificateRecords(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "certificates";
    }

    @Override
    public Flux<String> of(UUID shop) {
        return database.sql("""
                select (to_jsonb(c)
                        || jsonb_build_object(
                               'decisions', (select coalesce(jsonb_agg(to_jsonb(d) - 'certificate_id' order by d.id), '[]')
                                               from catalog.certificate_decisions d
                                              where d.certificate_id = c.id)))::text as line
                  from catalog.certificates c
                 where c.shop_id = :shop
                 order by c.id
                """)
                .bind("shop", shop)
                .map(row -> Rows.get(row, "line", String.class))
                .all();
    }
}
