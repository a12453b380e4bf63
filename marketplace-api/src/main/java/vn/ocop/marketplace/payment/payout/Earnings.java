package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/** Notes what is a shop's to be paid, and what is taken from it afterwards, inside the transaction that causes it. */
@Component
public class Earnings {

    private final DatabaseClient database;
    private final Clock clock;

    Earnings(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Once per order and cause; nothing leaves no trace. */
    public Mono<Void> earn(UUID shop, UUID part, String cause, Vnd amount) {
        return amount.equals(Vnd.ZERO)
                ? Mono.empty()
                : database.sql("""
                        insert into payout.earnings (shop_id, part_id, cause, amount, at)
                        values (:shop, :part, :cause, :amount, :now)
                        on conflict (part_id, cause) do nothing
                        """)
                        .bind("shop", shop)
                        .bind("part", part)
                        .bind("cause", cause)
                        .bind("amount", amount.dong())
                        .bind("now", clock.instant())
                        .then();
    }
}
