package vn.ocop.marketplace.faults;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** One marketplace for all fault tests of the JVM: each test leaves it whole. */
final class SharedStack {

    /** Beside the demo catalogue; few enough to compare the whole index with the database. */
    private static final int SCALE = 1_000;

    private static @Nullable PackagedStack stack;

    private SharedStack() {}

    static synchronized PackagedStack get() {
        var running = stack;
        if (running == null) {
            running = PackagedStack.start("faults", SCALE).settled();
            stack = running;
        }
        for (var part : List.of(Part.ELASTICSEARCH, Part.API, Part.INDEXER)) {
            running.awaitHealthy(part);
        }
        return running;
    }

    /** Things that may be paid at the door, of different shops, never ordered so far, each with this much in stock. */
    static List<UUID> stocked(PackagedStack stack, int things, int stock) {
        var variants = stack.sql().ids("""
                select id
                  from (select distinct on (l.shop_id) v.id
                          from listing.variants v
                          join listing.listings l on l.id = v.listing_id
                          join shop.published_shops s on s.id = l.shop_id and s.status = 'OPEN'
                         where l.status = 'ON_SALE'
                           and v.active
                           and v.price < 2000000
                           and v.weight_grams < 3000
                           and l.category_code not in ('s14', 's15')
                           and not exists (select from orders.order_lines o where o.variant_id = v.id)
                         order by l.shop_id, v.id) one_a_shop
                 order by id
                 limit ?
                """, things);
        stack.sql().change("update listing.variants set stock = ? where id = any(?)", stock, array(variants));
        return variants;
    }

    static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
