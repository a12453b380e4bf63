package vn.ocop.marketplace.payment.campaign;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.ShownOffers;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Has lists and search show what anybody pays, as offers begin, end, are stopped or run out. Only offers count that ask
 * nothing of the buyer. Everything is looked through when the set of running offers changes, and every minute besides,
 * for goods that are new or have a new price.
 */
@Component
class FollowWindows implements ScheduledJob {

    private static final Duration AT_LEAST = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;

    private final DatabaseClient database;
    private final ShownOffers shown;
    private final Clock clock;
    private final AtomicReference<Followed> followed = new AtomicReference<>(new Followed("", Instant.MIN));

    FollowWindows(DatabaseClient database, ShownOffers shown, Clock clock) {
        this.database = database;
        this.shown = shown;
        this.clock = clock;
    }

    /** Which offers ran when everything was looked through last. */
    private record Followed(String running, Instant at) {}

    private static final String RUNNING = """
            select o.id, o.version, o.kind, o.value, o.cap, o.shop_id, o.listings, o.categories, o.shops, o.provinces,
                   o.stars_from, least(o.ends_at, p.ends_at) as ends_at
              from campaign.offers o
              join campaign.campaigns c on c.id = o.campaign_id and c.status = 'OPEN'
              join campaign.programmes p on p.id = c.programme_id and p.status = 'OPEN'
             where o.status = 'APPROVED'
               and o.kind in ('PERCENT', 'AMOUNT', 'FIXED_PRICE')
               and o.layer = 'ITEM'
               and not o.exclusive
               and o.audience = 'ALL'
               and not o.first_by_method
               and not o.assisted
               and o.to_provinces = '{}'
               and o.to_communes = '{}'
               and o.methods = '{}'
               and o.min_spend = 0
               and o.per_person is null
               and o.per_line is null
               and o.voucher is null
               and :now >= greatest(o.starts_at, p.starts_at)
               and :now < least(o.ends_at, p.ends_at)
               and (not o.peak_only or :now >= p.peak_from and :now < p.peak_to)
               and (o.from_minute = -1
                    or campaign.minute_of(:now) >= o.from_minute and campaign.minute_of(:now) < o.to_minute)
               and (o.total_count is null and o.budget is null
                    or exists (select from campaign.pots t
                                where t.offer_id = o.id
                               having coalesce(sum(t.pieces_left), 1) > 0 and coalesce(sum(t.budget_left), 1) > 0))
            """;

    @Override
    public String name() {
        return "campaign.follow-windows";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Void> run() {
        var now = clock.instant();
        return running(now)
                .filter(running -> {
                    var last = followed.get();
                    return !last.running().equals(running)
                            || now.isAfter(last.at().plus(AT_LEAST));
                })
                .delayUntil(running -> follow(now))
                .doOnNext(running -> followed.set(new Followed(running, now)))
                .then();
    }

    private Mono<String> running(Instant now) {
        return database.sql(
                        "select coalesce(string_agg(r.id::text || r.version, ',' order by r.id), '') as running from ("
                                + RUNNING + ") r")
                .bind("now", now)
                .map(row -> Rows.get(row, "running", String.class))
                .one();
    }

    /** Batch by batch, until nothing is different. */
    private Mono<Void> follow(Instant now) {
        return changed(now)
                .expand(changed -> changed.size() < BATCH ? Mono.empty() : changed(now))
                .then();
    }

    private Mono<List<ShownOffers.Shown>> changed(Instant now) {
        return database.sql("with running as (" + RUNNING + """
                        ), wanted as (
                            select g.listing_id, g.shown_price, g.shown_until, b.price, b.ends_at
                              from listing.published_offerables g
                              left join lateral (
                                   select campaign.price_of_piece(r.kind, r.value, r.cap, g.price) as price, r.ends_at
                                     from running r
                                    where (r.shop_id is null or r.shop_id = g.shop_id)
                                      and (r.listings = '{}' or g.listing_id = any(r.listings))
                                      and (r.categories = '{}' or r.categories && g.category_path)
                                      and (r.shops = '{}' or g.shop_id = any(r.shops))
                                      and (r.provinces = '{}' or g.shop_province = any(r.provinces))
                                      and not exists (select from campaign.legal_rules b
                                                       where b.rule = 'BARRED'
                                                         and b.category_code = any(g.category_path)
                                                         and :today >= b.valid_from
                                                         and (b.valid_to is null or :today <= b.valid_to))
                                      and (r.stars_from = 0
                                           or g.stars >= r.stars_from and :today >= g.stars_from and :today < g.stars_to)
                                    order by 1, r.id
                                    limit 1) b on b.price < g.price)
                        select listing_id, price, ends_at
                          from wanted
                         where (price, ends_at) is distinct from (shown_price, shown_until)
                         order by listing_id
                         limit :batch
                        """)
                .bind("now", now)
                .bind("today", BusinessTime.today(clock))
                .bind("batch", BATCH)
                .map(FollowWindows::shown)
                .all()
                .collectList()
                .delayUntil(changed -> changed.isEmpty() ? Mono.empty() : shown.show(changed));
    }

    private static ShownOffers.Shown shown(Readable row) {
        return new ShownOffers.Shown(
                Rows.get(row, "listing_id", UUID.class),
                row.get("price", Long.class),
                row.get("ends_at", Instant.class));
    }
}
