package vn.ocop.marketplace.payment.payout;

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

/** Tells which shops have ever been paid out. */
@Component
class FirstPayouts implements RungReached {

    private final DatabaseClient database;

    FirstPayouts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Rung rung() {
        return Rung.FIRST_PAYOUT;
    }

    @Override
    public Mono<Set<UUID>> by(Collection<UUID> shops) {
        return database.sql(
                        "select distinct shop_id from payout.payouts where shop_id = any(:shops) and status = 'PAID'")
                .bind("shops", shops.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "shop_id", UUID.class))
                .all()
                .collect(HashSet::new, Set::add);
    }
}
