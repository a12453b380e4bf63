package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.listing.SetAsides;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Has what offers of few pieces still promise be kept for those who buy by them, from the second their window opens;
 * once it closes, or they are stopped, everybody may buy it again. An order takes from what is set aside by itself, in
 * the same row as the stock: see {@link SetAsides}.
 */
@Component
class SetStockAside implements ScheduledJob {

    private final DatabaseClient database;
    private final VariantCatalogue catalogue;
    private final SetAsides setAsides;
    private final Clock clock;

    SetStockAside(DatabaseClient database, VariantCatalogue catalogue, SetAsides setAsides, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.setAsides = setAsides;
        this.clock = clock;
    }

    /** An offer that runs, the listings it names and how many pieces of them it may still give. */
    private record Promise(List<UUID> listings, int pieces) {}

    @Override
    public String name() {
        return "campaign.set-stock-aside";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Void> run() {
        return setAsides.keep(Mono.defer(this::wanted));
    }

    private Mono<Map<UUID, Integer>> wanted() {
        return promises(clock.instant())
                .collectList()
                .flatMap(promises -> catalogue
                        .ofListings(promises.stream()
                                .flatMap(promise -> promise.listings().stream())
                                .collect(Collectors.toSet()))
                        .collectList()
                        .map(variants -> wanted(promises, variants)));
    }

    private static Map<UUID, Integer> wanted(List<Promise> promises, List<SellableVariant> variants) {
        var wanted = new HashMap<UUID, Integer>();
        for (var promise : promises) {
            var named = variants.stream()
                    .filter(variant -> promise.listings().contains(variant.listingId()))
                    .toList();
            spread(promise.pieces(), named).forEach((variant, pieces) -> wanted.merge(variant, pieces, Integer::sum));
        }
        return wanted;
    }

    private Flux<Promise> promises(Instant now) {
        return database.sql("""
                select o.listings, sum(t.pieces_left)::integer as pieces
                  from campaign.offers o
                  join campaign.campaigns c on c.id = o.campaign_id and c.status = 'OPEN'
                  join campaign.programmes p on p.id = c.programme_id and p.status = 'OPEN'
                  join campaign.pots t on t.offer_id = o.id
                 where o.status = 'APPROVED'
                   and o.layer = 'ITEM'
                   and o.total_count is not null
                   and o.listings <> '{}'
                   and :now >= greatest(o.starts_at, p.starts_at)
                   and :now < least(o.ends_at, p.ends_at)
                   and (not o.peak_only or :now >= p.peak_from and :now < p.peak_to)
                   and (o.from_minute = -1
                        or campaign.minute_of(:now) >= o.from_minute and campaign.minute_of(:now) < o.to_minute)
                 group by o.id
                having sum(t.pieces_left) > 0
                """)
                .bind("now", now)
                .map(row -> new Promise(
                        List.of(Rows.get(row, "listings", UUID[].class)), Rows.get(row, "pieces", Integer.class)))
                .all();
    }

    /** By what there is of each choice, so that no choice has more set aside than it has. */
    static Map<UUID, Integer> spread(int pieces, List<SellableVariant> variants) {
        long all = variants.stream().mapToLong(SellableVariant::stock).sum();
        long promised = Math.min(pieces, all);
        var spread = new HashMap<UUID, Integer>();
        long before = 0;
        for (var variant : variants) {
            long until = before + variant.stock();
            if (variant.stock() > 0) {
                spread.put(variant.variantId(), Math.toIntExact(promised * until / all - promised * before / all));
            }
            before = until;
        }
        return spread;
    }
}
