package vn.ocop.marketplace.listing;

import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.ShopRecords;

/** A shop's listings with their variants, prices, moves of stock and what was decided on them. */
@Component
@Order(3)
class ListingRecords implements ShopRecords {

    private final DatabaseClient database;

    ListingRecords(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "listings";
    }

    @Override
    public Flux<String> of(UUID shop) {
        return database.sql("""
                select (to_jsonb(l) - 'folded'
                        || jsonb_build_object(
                               'variants', (select coalesce(jsonb_agg(to_jsonb(v) - 'listing_id' order by v.position), '[]')
                                              from listing.variants v where v.listing_id = l.id),
                               'prices', (select coalesce(jsonb_agg(to_jsonb(p)), '[]')
                                            from listing.price_history p
                                            join listing.variants v on v.id = p.variant_id
                                           where v.listing_id = l.id),
                               'stockMoves', (select coalesce(jsonb_agg(to_jsonb(m)), '[]')
                                                from listing.stock_movements m
                                                join listing.variants v on v.id = m.variant_id
                                               where v.listing_id = l.id),
                               'decisions', (select coalesce(jsonb_agg(to_jsonb(d) - 'listing_id'), '[]')
                                               from listing.decisions d where d.listing_id = l.id)))::text as line
                  from listing.listings l
                 where l.shop_id = :shop
                 order by l.id
                """)
                .bind("shop", shop)
                .map(row -> Rows.get(row, "line", String.class))
                .all();
    }
}
