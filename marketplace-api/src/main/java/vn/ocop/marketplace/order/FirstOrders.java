package vn.ocop.marketplace.order;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.community.Rung;
import vn.ocop.marketplace.community.RungReached;
import vn.ocop.marketplace.platform.Rows;

/** Tells which shops have ever had an order that they took. */
@Component
class FirstOrders implements RungReached {

    private final DatabaseClient database;

    FirstOrders(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Rung rung() {
        return Rung.FIRST_ORDER;
    }

    @Override
    public Mono<Set<UUID>> by(Collection<UUID> shops) {
        return database.sql("""
                select distinct shop_id
                  from orders.orders
                 where shop_id = any(:shops)
                   and status in ('CONFIRMED', 'SHIPPED', 'DELIVERED')
                """)
                .bind("shops", shops.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "shop_id", UUID.class))
                .all()
                .collect(HashSet::new, Set::add);
    }
}
