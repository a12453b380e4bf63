package vn.ocop.marketplace.listing;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.ListingCounts;

/** Counts what shops have on sale. */
@Repository
class ListingCountRepository implements ListingCounts {

    private final DatabaseClient database;

    ListingCountRepository(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Long>> onSale(Collection<UUID> shopIds) {
        return database.sql("""
                select shop_id, count(*) as listings
                  from listing.listings
                 where shop_id = any(:shops)
                   and status = 'ON_SALE'
                 group by shop_id
                """)
                .bind("shops", shopIds.toArray(UUID[]::new))
                .map(row -> Map.entry(Rows.get(row, "shop_id", UUID.class), Rows.get(row, "listings", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
