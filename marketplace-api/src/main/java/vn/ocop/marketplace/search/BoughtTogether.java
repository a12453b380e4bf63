package vn.ocop.marketplace.search;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Which listings are bought together; whoever knows the purchases tells. */
@Component
public class BoughtTogether {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    BoughtTogether(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Two listings and how many purchases had both. */
    public record Pair(UUID listing, UUID other, int purchases) {}

    /** Forgets what was known and keeps these, at once. */
    public Mono<Void> replace(List<Pair> pairs) {
        var keep = database.sql("""
                insert into search.bought_together (listing_id, other_id, purchases)
                select * from unnest(:listings::uuid[], :others::uuid[], :purchases::int[])
                """)
                .bind("listings", pairs.stream().map(Pair::listing).toArray(UUID[]::new))
                .bind("others", pairs.stream().map(Pair::other).toArray(UUID[]::new))
                .bind("purchases", pairs.stream().map(Pair::purchases).toArray(Integer[]::new))
                .then();
        return database.sql("delete from search.bought_together")
                .then()
                .then(keep)
                .as(transaction::transactional);
    }
}
