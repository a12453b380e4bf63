package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.shop.ShopChanged;

/** Has a shop's listings indexed anew: they come and go with it, and show its name. */
@Component
class RefreshShop implements OutboxHandler<ShopChanged> {

    private final DatabaseClient database;
    private final Clock clock;

    RefreshShop(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ShopChanged.TYPE;
    }

    @Override
    public Class<ShopChanged> payloadType() {
        return ShopChanged.class;
    }

    @Override
    public Mono<Void> handle(UUID key, ShopChanged changed) {
        return database.sql("""
                with shelf as (
                    select id
                      from listing.listings
                     where shop_id = :shop
                       and published_at is not null
                     order by id
                       for no key update
                ), revised as (
                    update listing.listings l
                       set revision = nextval('listing.revisions')
                      from shelf s
                     where l.id = s.id
                    returning l.id
                )
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from revised
                """)
                .bind("shop", changed.shopId())
                .bind("now", clock.instant())
                .then();
    }
}
