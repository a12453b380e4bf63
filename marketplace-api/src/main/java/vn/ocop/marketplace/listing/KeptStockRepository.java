package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** SQL on stock and prices as their seller keeps them. */
@Repository
class KeptStockRepository {

    private final DatabaseClient database;
    private final Clock clock;

    KeptStockRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A variant of the shop, locked. */
    record Kept(UUID variantId, int stock) {

        boolean holds(int quantity) {
            return stock + quantity >= 0 && stock + quantity <= ListingLimits.MOST_STOCK;
        }
    }

    /** Locks variants in id order, as buyers do. */
    Flux<Kept> lock(UUID shop, Collection<UUID> variants) {
        return database.sql("""
                select v.id, v.stock
                  from listing.variants v
                 where v.id = any(:ids)
                   and v.removed_at is null
                   and exists (select 1
                                 from listing.listings l
                                where l.id = v.listing_id
                                  and l.shop_id = :shop
                                  and l.status <> 'CLOSED')
                 order by v.id
                   for no key update
                """)
                .bind("ids", variants.toArray(UUID[]::new))
                .bind("shop", shop)
                .map(row -> new Kept(Rows.get(row, "id", UUID.class), Rows.get(row, "stock", Integer.class)))
                .all();
    }

    Mono<Void> apply(List<KeepStock.Move> moves, KeepStock.Kind kind, String reason, UUID seller) {
        return database.sql("""
                with wanted as (
                    select w.id, w.price, w.quantity, v.price as price_before
                      from unnest(:ids::uuid[], :prices::bigint[], :quantities::integer[]) as w (id, price, quantity)
                      join listing.variants v on v.id = w.id
                ), changed as (
                    update listing.variants v
                       set price = coalesce(w.price, v.price),
                           stock = v.stock + w.quantity,
                           active = coalesce(w.price, v.price) > 0 and v.weight_grams > 0
                      from wanted w
                     where v.id = w.id
                    returning v.id, v.listing_id, v.price, w.price_before, w.quantity, v.stock
                ), priced as (
                    insert into listing.price_history (variant_id, price, since)
                    select id, price, :now from changed where price <> price_before
                    on conflict (variant_id, since) do update set price = excluded.price
                ), noted as (
                    insert into listing.stock_movements (variant_id, at, kind, quantity, stock_after, reason, actor_id)
                    select id, :now, :kind, quantity, stock, :reason, :seller from changed where quantity <> 0
                ), touched as (
                    select id
                      from listing.listings
                     where id in (select listing_id from changed)
                     order by id
                       for no key update
                ), revised as (
                    update listing.listings l
                       set revision = nextval('listing.revisions'), updated_at = :now
                      from touched t
                     where l.id = t.id
                    returning l.id
                )
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from revised
                """)
                .bind("ids", moves.stream().map(KeepStock.Move::variantId).toArray(UUID[]::new))
                .bind("prices", moves.stream().map(KeepStock.Move::price).toArray(Long[]::new))
                .bind("quantities", moves.stream().map(KeepStock.Move::quantity).toArray(Integer[]::new))
                .bind("kind", kind.name())
                .bind("reason", reason)
                .bind("seller", seller)
                .bind("now", clock.instant())
                .then();
    }

    Flux<StockMove> history(UUID shop, UUID variant, int limit) {
        return database.sql("""
                select m.at, m.kind, m.quantity, m.stock_after, m.reason
                  from listing.stock_movements m
                  join listing.variants v on v.id = m.variant_id
                  join listing.listings l on l.id = v.listing_id
                 where m.variant_id = :variant
                   and l.shop_id = :shop
                 order by m.id desc
                 limit :limit
                """)
                .bind("variant", variant)
                .bind("shop", shop)
                .bind("limit", limit)
                .map(row -> new StockMove(
                        Rows.get(row, "at", Instant.class),
                        Rows.get(row, "kind", String.class),
                        Rows.get(row, "quantity", Integer.class),
                        Rows.get(row, "stock_after", Integer.class),
                        Rows.get(row, "reason", String.class)))
                .all();
    }
}
