package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/**
 * Moves stock, each way in one statement.
 *
 * <p>Everyone locks variants before listings and each of them in id order, so buyers of overlapping carts wait for each
 * other and never deadlock. Only a variant that runs out or comes back changes what lists show; only then does the
 * listing get a new revision and the index a change to read.
 */
@Repository
class StockRepository implements StockReservations {

    /**
     * Who wants what; a variant asked for twice counts once with the sum. Locked before anything is decided. Of what is
     * set aside only so much is given as was promised to the buyer.
     */
    private static final String WANTED = """
            with wanted as (
                select variant_id, sum(quantity)::integer as quantity, sum(promised)::integer as promised
                  from unnest(:variants::uuid[], :quantities::integer[], :promised::integer[])
                       as w (variant_id, quantity, promised)
                 group by variant_id
            ), locked as (
                select v.id, w.quantity, w.promised, least(v.set_aside, v.stock) as set_aside
                  from listing.variants v
                  join wanted w on w.variant_id = v.id
                 order by v.id
                   for no key update of v
            )""";

    private static final String ANNOUNCE = """
            , noted as (
                insert into listing.stock_movements (variant_id, at, kind, quantity, stock_after)
                select id, :now, :kind, sign * quantity, stock from moved
            ), turned as (
                select l.id
                  from listing.listings l
                 where l.id in (select listing_id from moved where turns)
                 order by l.id
                   for no key update
            ), revised as (
                update listing.listings l
                   set revision = nextval('listing.revisions'), updated_at = :now
                  from turned t
                 where l.id = t.id
                returning l.id
            ), announced as (
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from revised
            )
            select id, listing_id, quantity, price, stock from moved
            """;

    private static final String TAKE = WANTED + """
            , moved as (
                update listing.variants v
                   set stock = v.stock - k.quantity, set_aside = k.set_aside - least(k.set_aside, k.promised)
                  from locked k
                 where v.id = k.id
                   and v.stock - k.quantity >= k.set_aside - least(k.set_aside, k.promised)
                   and v.active
                   and exists (select 1
                                 from listing.listings l
                                 join shop.published_shops s on s.id = l.shop_id and s.status = 'OPEN'
                                where l.id = v.listing_id
                                  and l.status = 'ON_SALE'
                                  and not exists (select 1
                                                    from shop.published_holidays h
                                                   where h.shop_id = s.id
                                                     and not h.takes_orders
                                                     and (:now::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
                                                         between h.first_day and h.last_day))
                returning v.id, v.listing_id, k.quantity, v.price, v.stock, v.stock = 0 as turns, -1 as sign
            )""" + ANNOUNCE;

    private static final String GIVE_BACK = WANTED + """
            , moved as (
                update listing.variants v
                   set stock = v.stock + k.quantity
                  from locked k
                 where v.id = k.id
                returning v.id, v.listing_id, k.quantity, v.price, v.stock, v.stock = k.quantity as turns, 1 as sign
            )""" + ANNOUNCE;

    private final DatabaseClient database;
    private final Clock clock;

    StockRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<TakenStock>> take(List<StockRequest> requests) {
        return requests.isEmpty() ? Mono.just(List.of()) : move(TAKE, "SOLD", requests);
    }

    @Override
    public Mono<Void> giveBack(List<StockRequest> requests) {
        return requests.isEmpty()
                ? Mono.empty()
                : move(GIVE_BACK, "RETURNED", requests).then();
    }

    private Mono<List<TakenStock>> move(String statement, String kind, List<StockRequest> requests) {
        return database.sql(statement)
                .bind("variants", requests.stream().map(StockRequest::variantId).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        requests.stream().map(StockRequest::quantity).toArray(Integer[]::new))
                .bind("promised", requests.stream().map(StockRequest::promised).toArray(Integer[]::new))
                .bind("now", clock.instant())
                .bind("kind", kind)
                .map(StockRepository::taken)
                .all()
                .collectList();
    }

    private static TakenStock taken(Readable row) {
        return new TakenStock(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "listing_id", UUID.class),
                Rows.get(row, "quantity", Integer.class),
                Rows.get(row, "price", Long.class),
                Rows.get(row, "stock", Integer.class));
    }
}
