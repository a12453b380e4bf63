package vn.ocop.marketplace.checkout;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PersonalData;

/** What lies in somebody's cart, and what they were quoted. */
@Component
class PersonalCart implements PersonalData {

    private final DatabaseClient database;

    PersonalCart(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "cart";
    }

    @Override
    public Mono<Object> export(UUID person) {
        return database.sql("""
                select variant_id::text as variant, quantity, added_at::text as added_at
                  from checkout.cart_lines
                 where buyer_id = :person
                 order by added_at
                """)
                .bind("person", person)
                .fetch()
                .all()
                .collectList()
                .map(lines -> lines);
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return database.sql("""
                with quotes as (delete from checkout.quotes where buyer_id = :person)
                delete from checkout.cart_lines where buyer_id = :person
                """).bind("person", person).then();
    }
}
