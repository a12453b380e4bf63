package vn.ocop.marketplace.order;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PersonalData;
import vn.ocop.marketplace.platform.Rows;

/**
 * What a buyer bought. Bookkeeping and consumer law have it kept for years, so an erased account's purchases stay, tied
 * to nobody's name any more but the recipient's; while one is under way the account stays too.
 */
@Component
class PersonalOrders implements PersonalData {

    private final DatabaseClient database;

    PersonalOrders(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "purchases";
    }

    @Override
    public Mono<Object> export(UUID person) {
        return database.sql("""
                select code, recipient_name, recipient_phone, commune_code, street, payment_method, total,
                       placed_at::text as placed_at
                  from orders.order_groups
                 where buyer_id = :person
                 order by placed_at
                """)
                .bind("person", person)
                .fetch()
                .all()
                .collectList()
                .map(purchases -> purchases);
    }

    @Override
    public Mono<String> reasonToKeep(UUID person) {
        return database.sql("""
                select exists (
                    select from orders.order_groups g
                      join orders.orders o on o.group_id = g.id
                     where g.buyer_id = :person
                       and o.status in ('PENDING_PAYMENT', 'TO_CONFIRM', 'CONFIRMED', 'SHIPPED')) as under_way
                """)
                .bind("person", person)
                .map(row -> Rows.get(row, "under_way", Boolean.class))
                .one()
                .filter(underWay -> underWay)
                .map(underWay -> "field.orders-under-way");
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return Mono.empty();
    }
}
