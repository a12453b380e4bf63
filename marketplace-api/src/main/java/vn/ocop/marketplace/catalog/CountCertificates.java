package vn.ocop.marketplace.catalog;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.CertificateCounts;

/** Tells shops how many of their certificates count today. */
@Component
class CountCertificates implements CertificateCounts {

    private final DatabaseClient database;
    private final Clock clock;

    CountCertificates(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Long> inForce(UUID shop) {
        return database.sql("""
                select count(*) as number
                  from catalog.certificates c
                  join catalog.published_certificates p on p.id = c.id
                 where c.shop_id = :shop
                   and p.valid_from <= :today
                   and :today < p.valid_to
                """)
                .bind("shop", shop)
                .bind("today", BusinessTime.today(clock))
                .map(row -> Rows.get(row, "number", Long.class))
                .one();
    }
}
