package vn.ocop.marketplace.payment.campaign;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;

/**
 * The offers that run or begin within a day, kept in memory and at most {@value #STALENESS_SECONDS} second old while
 * anybody asks. Whether one runs is asked of the clock each time, so that a window opens and closes to the second; an
 * order asks the database again, in its own transaction.
 */
@Component
class ActiveOffers {

    static final int STALENESS_SECONDS = 1;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final DatabaseClient database;
    private final OfferRows rows;
    private final Clock clock;
    private final Mono<Snapshot> kept;

    ActiveOffers(DatabaseClient database, OfferRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
        this.kept = Mono.defer(this::read)
                .cache(read -> Duration.ofSeconds(STALENESS_SECONDS), failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** What could apply now or soon, what was left of it, and the categories that may not be promoted. */
    record Snapshot(List<Offer> offers, Availability left, Set<String> barred) {

        Snapshot {
            offers = List.copyOf(offers);
            barred = Set.copyOf(barred);
        }

        /** Without those that have not begun, or are over. */
        List<Offer> running(Instant now) {
            return offers.stream().filter(offer -> offer.window().contains(now)).toList();
        }
    }

    Mono<Snapshot> snapshot() {
        return kept;
    }

    private record Kept(Offer offer, Availability.Left left) {}

    private Mono<Snapshot> read() {
        return Mono.zip(offers(), barred(), ActiveOffers::snapshot);
    }

    private Mono<List<Kept>> offers() {
        var now = clock.instant();
        return database.sql("select " + OfferRows.COLUMNS + """
                        , x.pieces_left, x.budget_left
                        """ + OfferRows.FROM + """
                         left join lateral (
                              select sum(t.pieces_left)::bigint as pieces_left, sum(t.budget_left)::bigint as budget_left
                                from campaign.pots t
                               where t.offer_id = o.id) x on o.total_count is not null or o.budget is not null
                        where o.status = 'APPROVED'
                          and c.status = 'OPEN'
                          and p.status = 'OPEN'
                          and o.ends_at > :now
                          and p.ends_at > :now
                          and o.starts_at < :soon
                          and p.starts_at < :soon
                        """)
                .bind("now", now)
                .bind("soon", now.plus(AHEAD))
                .map(this::kept)
                .all()
                .collectList();
    }

    private Kept kept(Readable row) {
        return new Kept(
                rows.offer(row),
                new Availability.Left(row.get("pieces_left", Long.class), row.get("budget_left", Long.class)));
    }

    private Mono<Set<String>> barred() {
        return database.sql("""
                select distinct category_code
                  from campaign.legal_rules
                 where rule = 'BARRED'
                   and :today >= valid_from
                   and (valid_to is null or :today <= valid_to)
                """)
                .bind("today", BusinessTime.today(clock))
                .mapValue(String.class)
                .all()
                .collect(Collectors.toSet());
    }

    private static Snapshot snapshot(List<Kept> read, Set<String> barred) {
        Map<UUID, Availability.Left> left =
                read.stream().collect(Collectors.toMap(kept -> kept.offer().id(), Kept::left));
        return new Snapshot(read.stream().map(Kept::offer).toList(), new Availability(left), barred);
    }
}
