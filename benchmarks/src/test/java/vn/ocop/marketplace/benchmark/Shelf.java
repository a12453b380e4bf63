package vn.ocop.marketplace.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.ocop.marketplace.packaged.Sql;

/** What there is to read and to buy, in an order drawn with a fixed seed. */
record Shelf(List<UUID> listings, List<UUID> variants) {

    /** Phường Đông Hà, where everything is delivered to. */
    static final String DESTINATION = "19333";

    private static final long SEED = 20_261_122;
    private static final int MOST_LISTINGS = 10_000;
    private static final int PLENTY = 1_000_000;

    /** Also fills the shelves, so that nothing runs out while it is measured. */
    static Shelf of(Sql sql) {
        sql.change("update listing.variants set stock = ?", PLENTY);
        sql.change("vacuum analyze");
        var listings =
                new ArrayList<>(sql.ids("select id from listing.listings where status = 'ON_SALE' order by slug"));
        // Product sets 14 and 15 are drinks, which are not sold for cash at the door; nor is what costs so much that a
        // first purchase of it is paid before.
        var variants = new ArrayList<>(sql.ids("""
                select v.id
                  from listing.variants v
                  join listing.listings l on l.id = v.listing_id
                 where l.status = 'ON_SALE'
                   and v.active
                   and v.weight_grams < 3000
                   and l.category_code not in ('s14', 's15')
                   and v.price < 4000000
                 order by l.slug, v.position
                """));
        Collections.shuffle(listings, new Random(SEED));
        Collections.shuffle(variants, new Random(SEED));
        return new Shelf(listings.subList(0, Math.min(MOST_LISTINGS, listings.size())), variants);
    }
}
