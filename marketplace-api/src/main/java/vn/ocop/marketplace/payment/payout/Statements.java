package vn.ocop.marketplace.payment.payout;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.ShopDirectory;

/** A shop's money as those who keep it read it: order by order, payout by payout. */
@Service
public class Statements {

    private static final int LONGEST_DAYS = 366;
    private static final int MOST_ORDERS = 20_000;
    private static final int PAYOUTS = 30;

    private final DatabaseClient database;
    private final PayoutRepository payouts;
    private final ShopDirectory shops;
    private final Clock clock;

    Statements(DatabaseClient database, PayoutRepository payouts, ShopDirectory shops, Clock clock) {
        this.database = database;
        this.payouts = payouts;
        this.shops = shops;
        this.clock = clock;
    }

    /** From a day to a day, both included; the last thirty days where none are given. */
    public Mono<SellerStatement> of(UUID shop, @Nullable LocalDate from, @Nullable LocalDate to, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        var last = to == null ? BusinessTime.today(clock) : to;
        var first = from == null ? last.minusDays(29) : from;
        if (first.isAfter(last) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
            return Mono.error(new ProblemException(PayoutProblem.BAD_PERIOD));
        }
        return shops.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .flatMap(found -> lines(shop, start(first), start(last.plusDays(1)))
                        .map(lines -> new SellerStatement(found.name(), first, last, lines)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private Mono<List<SellerStatement.Line>> lines(UUID shop, Instant from, Instant before) {
        return database.sql("""
                select t.code, t.sold_at, t.sale, t.taken_back, t.discount, t.commission + t.commission_vat as fee, t.tax,
                       t.direct,
                       t.released_at is not null as released, coalesce(m.paid, 0)::bigint as paid, m.paid_at
                  from payment.published_parts t
                  left join lateral (
                       select sum(e.amount) as paid, max(p.decided_at) as paid_at
                         from payout.earnings e
                         join payout.payouts p on p.id = e.payout_id and p.status = 'PAID'
                        where e.part_id = t.part_id) m on true
                 where t.shop_id = :shop
                   and t.status = 'SOLD'
                   and t.sold_at >= :from
                   and t.sold_at < :before
                 order by t.sold_at desc, t.code
                 limit :limit
                """)
                .bind("shop", shop)
                .bind("from", from)
                .bind("before", before)
                .bind("limit", MOST_ORDERS)
                .map(Statements::line)
                .all()
                .collectList();
    }

    private static SellerStatement.Line line(Readable row) {
        return SellerStatement.Line.of(
                Rows.get(row, "code", String.class),
                Rows.get(row, "sold_at", Instant.class),
                vnd(row, "sale"),
                new SellerStatement.Charged(
                        vnd(row, "taken_back"),
                        vnd(row, "discount"),
                        vnd(row, "fee"),
                        vnd(row, "tax"),
                        vnd(row, "direct")),
                Rows.get(row, "released", Boolean.class),
                vnd(row, "paid"),
                row.get("paid_at", Instant.class));
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }

    /** The newest first. */
    public Mono<List<Payout>> payouts(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return payouts.ofShop(shop, PAYOUTS).collectList();
    }

    /**
     * What a shop has, whatever the time.
     *
     * @param held what buyers could still ask back
     * @param due what is the shop's and not paid yet, less what it owes for sales it was paid for itself; below zero
     *     where it has to be made up for
     */
    public record Standing(Vnd held, Vnd due, Vnd paid, boolean onHold) {}

    public Mono<Standing> standing(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return database.sql("""
                with open as (
                    select coalesce(sum(greatest(net, 0)), 0) as held, coalesce(sum(least(net, 0)), 0) as owed
                      from payment.published_parts
                     where shop_id = :shop and status = 'SOLD' and released_at is null)
                select (select held from open)::bigint as held,
                       ((select owed from open)
                        + (select coalesce(sum(e.amount), 0)
                             from payout.earnings e
                             left join payout.payouts p on p.id = e.payout_id
                            where e.shop_id = :shop and p.status is distinct from 'PAID'))::bigint as due,
                       (select coalesce(sum(amount), 0)
                          from payout.payouts where shop_id = :shop and status = 'PAID')::bigint as paid,
                       exists (select from payout.holds where shop_id = :shop and lifted_at is null) as held_back
                """)
                .bind("shop", shop)
                .map(row -> new Standing(
                        vnd(row, "held"), vnd(row, "due"), vnd(row, "paid"), Rows.get(row, "held_back", Boolean.class)))
                .one();
    }
}
