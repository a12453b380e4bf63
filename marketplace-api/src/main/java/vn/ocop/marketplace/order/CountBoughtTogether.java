package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.ScheduledJob;
import vn.ocop.marketplace.search.BoughtTogether;
import vn.ocop.marketplace.search.BoughtTogether.Pair;

/**
 * Tells the search what is bought together: for each listing the few that share most purchases with it. A pair of one
 * purchase only would tell a neighbour what someone bought, so it takes two.
 */
@Component
class CountBoughtTogether implements ScheduledJob {

    private static final Duration LOOKS_BACK = Duration.ofDays(365);
    private static final int LEAST_PURCHASES = 2;
    private static final int PER_LISTING = 12;
    private static final int MOST_PAIRS = 200_000;
    /** A purchase of more different things says little about any two of them. */
    private static final int LARGEST_PURCHASE = 30;

    private final DatabaseClient database;
    private final BoughtTogether together;
    private final Clock clock;

    CountBoughtTogether(DatabaseClient database, BoughtTogether together, Clock clock) {
        this.database = database;
        this.together = together;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "order.count-bought-together";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(3);
    }

    @Override
    public Mono<Void> run() {
        return Mono.defer(() -> database.sql("""
                        with bought as (
                            select distinct o.group_id, l.listing_id
                              from orders.orders o
                              join orders.order_lines l on l.order_id = o.id
                             where o.placed_at > :since
                               and o.status not in ('REFUSED', 'CANCELLED', 'EXPIRED')
                        ), small as (
                            select group_id from bought group by group_id having count(*) between 2 and :largest
                        ), pairs as (
                            select a.listing_id, b.listing_id as other_id, count(*)::int as purchases
                              from small s
                              join bought a on a.group_id = s.group_id
                              join bought b on b.group_id = s.group_id and b.listing_id <> a.listing_id
                             group by a.listing_id, b.listing_id
                            having count(*) >= :least
                        ), ranked as (
                            select p.*, row_number() over (partition by listing_id order by purchases desc, other_id) as place
                              from pairs p
                        )
                        select listing_id, other_id, purchases
                          from ranked
                         where place <= :perListing
                         order by purchases desc, listing_id, other_id
                         limit :most
                        """)
                .bind("since", clock.instant().minus(LOOKS_BACK))
                .bind("largest", LARGEST_PURCHASE)
                .bind("least", LEAST_PURCHASES)
                .bind("perListing", PER_LISTING)
                .bind("most", MOST_PAIRS)
                .map(row -> new Pair(
                        Rows.get(row, "listing_id", UUID.class),
                        Rows.get(row, "other_id", UUID.class),
                        Rows.get(row, "purchases", Integer.class)))
                .all()
                .collectList()
                .flatMap(together::replace));
    }
}
