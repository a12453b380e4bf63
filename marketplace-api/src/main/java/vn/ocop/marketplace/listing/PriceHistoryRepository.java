package vn.ocop.marketplace.listing;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** Reads the history of prices. */
@Repository
class PriceHistoryRepository implements PriceHistory {

    private final DatabaseClient database;

    PriceHistoryRepository(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Long>> lowestSince(Collection<UUID> variants, Instant since) {
        return database.sql("""
                select v.id,
                       least(v.price,
                             (select min(h.price)
                                from listing.price_history h
                               where h.variant_id = v.id
                                 and h.since >= coalesce((select max(b.since)
                                                            from listing.price_history b
                                                           where b.variant_id = v.id
                                                             and b.since <= :since), :since))) as lowest
                  from listing.variants v
                 where v.id = any(:ids)
                   and v.price > 0
                """)
                .bind("since", since)
                .bind("ids", variants.toArray(UUID[]::new))
                .map(row -> Map.entry(Rows.get(row, "id", UUID.class), Rows.get(row, "lowest", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
