package vn.ocop.marketplace.payment.campaign;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** What a programme's offers did, from what orders took of them; and who owes how much of it. */
@Service
public class CampaignFigures {

    private final DatabaseClient database;
    private final Clock clock;

    CampaignFigures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One group of takings; nobody can be told apart in it. */
    public record Row(String key, String name, long orders, long newConsumers, Vnd amount) {}

    /** An offer against its limits. */
    public record OfferRow(
            UUID offer,
            String code,
            String name,
            long orders,
            Vnd amount,
            @Nullable Vnd budget,
            @Nullable Long piecesLeft,
            @Nullable Vnd budgetLeft) {}

    /**
     * What one funder bears.
     *
     * @param funder its name in the books, such as {@code PUBLIC_BUDGET:44}
     * @param of the province's name or the carrier's code; empty where there is only one
     * @param reserved of orders that are not paid yet
     * @param confirmed of orders that are paid
     * @param returned what of that came back with returned goods
     * @param due what it owes: confirmed without what came back
     */
    public record FunderRow(
            String funder,
            Funder.Kind kind,
            String of,
            long orders,
            Vnd reserved,
            Vnd confirmed,
            Vnd returned,
            Vnd due) {}

    /**
     * One day of the programme.
     *
     * @param orders that took of an offer
     */
    public record DayRow(LocalDate day, long orders, long newConsumers, Vnd amount) {}

    /**
     * All that was ordered while the programme has run, against as long a time right before it, week for week.
     *
     * @param days that have run so far; it is compared with so many before its start, in whole weeks at least one
     */
    public record Uplift(long days, long orders, long ordersBefore, Vnd goods, Vnd goodsBefore) {}

    /** A programme in figures. */
    public record Figures(
            List<DayRow> days,
            Uplift uplift,
            List<OfferRow> offers,
            List<FunderRow> funders,
            List<Row> audiences,
            List<Row> provinces,
            List<Row> communes,
            List<Row> teams) {}

    private static final String OF_PROGRAMME = """
              from campaign.redemptions r
              join campaign.offers o on o.id = r.offer_id
              join campaign.campaigns c on c.id = o.campaign_id
              join campaign.programmes p on p.id = c.programme_id
             where p.code = :programme
               and (p.owner_scope = :scope or c.owner_kind = 'PROVINCE' and c.owner_scope = :scope)
               and r.status <> 'RELEASED'
            """;

    public Mono<Figures> of(String scope, String programme, Caller caller) {
        OrganiserDesk.mustRun(scope, caller);
        return Mono.zip(
                        days(scope, programme),
                        uplift(scope, programme).defaultIfEmpty(NOTHING_YET),
                        offers(scope, programme),
                        funders(scope, programme),
                        rows(scope, programme, "case when r.new_person then 'NEW' else 'EXISTING' end", "t.key"),
                        rows(scope, programme, "r.province_code", PROVINCE),
                        rows(scope, programme, "r.commune_code", COMMUNE),
                        rows(scope, programme, "coalesce(r.team_code, '')", TEAM))
                .map(all -> new Figures(
                        all.getT1(),
                        all.getT2(),
                        all.getT3(),
                        all.getT4(),
                        all.getT5(),
                        all.getT6(),
                        all.getT7(),
                        all.getT8()));
    }

    private static final Uplift NOTHING_YET = new Uplift(0, 0, 0, Vnd.ZERO, Vnd.ZERO);

    private Mono<List<DayRow>> days(String scope, String programme) {
        return database.sql("""
                        select (r.at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(distinct r.group_id) as orders,
                               count(distinct r.person_id) filter (where r.new_person) as new_consumers,
                               sum(r.amount)::bigint as amount
                        """ + OF_PROGRAMME + " group by 1 order by 1 limit 400")
                .bind("programme", programme)
                .bind("scope", scope)
                .map(row -> new DayRow(
                        Rows.get(row, "day", LocalDate.class),
                        Rows.get(row, "orders", Long.class),
                        Rows.get(row, "new_consumers", Long.class),
                        vnd(row, "amount")))
                .all()
                .collectList();
    }

    /** Orders of the province's shops, or of all; those that were called off never counted. */
    private Mono<Uplift> uplift(String scope, String programme) {
        return database.sql("""
                with span as (
                    select p.starts_at, least(p.ends_at, :now) as until,
                           greatest(interval '7 days', least(p.ends_at, :now) - p.starts_at) as before
                      from campaign.programmes p
                     where p.code = :programme
                       and p.starts_at < :now)
                select greatest(1, extract(epoch from s.until - s.starts_at) / 86400)::bigint as days,
                       count(*) filter (where o.placed_at >= s.starts_at) as orders,
                       (count(*) filter (where o.placed_at < s.starts_at)
                           * extract(epoch from s.until - s.starts_at) / extract(epoch from s.before))::bigint as orders_before,
                       coalesce(sum(o.goods) filter (where o.placed_at >= s.starts_at), 0)::bigint as goods,
                       (coalesce(sum(o.goods) filter (where o.placed_at < s.starts_at), 0)
                           * extract(epoch from s.until - s.starts_at) / extract(epoch from s.before))::bigint as goods_before
                  from span s
                  left join payment.published_sales o
                    on o.placed_at >= s.starts_at - s.before
                   and o.placed_at < s.until
                   and (:scope = '*' or o.province_code = :scope)
                 group by s.starts_at, s.until, s.before
                """)
                .bind("programme", programme)
                .bind("scope", scope)
                .bind("now", clock.instant())
                .map(row -> new Uplift(
                        Rows.get(row, "days", Long.class),
                        Rows.get(row, "orders", Long.class),
                        Rows.get(row, "orders_before", Long.class),
                        vnd(row, "goods"),
                        vnd(row, "goods_before")))
                .one();
    }

    private static final String PROVINCE =
            "(select max(c.province_name) from territory.published_communes c where c.province_code = t.key)";
    private static final String COMMUNE = "(select c.name from territory.published_communes c where c.code = t.key)";
    private static final String TEAM = "(select c.name from community.published_teams c where c.id::text = t.key)";

    private Mono<List<Row>> rows(String scope, String programme, String key, String name) {
        return database.sql("select t.*, coalesce(" + name + ", t.key) as name from (select " + key + """
                         as key, count(distinct r.group_id) as orders,
                         count(distinct r.person_id) filter (where r.new_person) as new_consumers,
                         sum(r.amount)::bigint as amount
                        """ + OF_PROGRAMME
                        + " group by 1 order by 4 desc, 1 limit 500) t order by t.amount desc, t.key")
                .bind("programme", programme)
                .bind("scope", scope)
                .map(row -> new Row(
                        Rows.get(row, "key", String.class),
                        Rows.get(row, "name", String.class),
                        Rows.get(row, "orders", Long.class),
                        Rows.get(row, "new_consumers", Long.class),
                        vnd(row, "amount")))
                .all()
                .collectList();
    }

    private Mono<List<OfferRow>> offers(String scope, String programme) {
        return database.sql("""
                select o.id, o.code, o.name_vi, o.budget, coalesce(t.orders, 0) as orders,
                       coalesce(t.amount, 0)::bigint as amount, x.pieces_left, x.budget_left
                  from campaign.offers o
                  join campaign.campaigns c on c.id = o.campaign_id
                  join campaign.programmes p on p.id = c.programme_id
                  left join lateral (
                       select count(distinct group_id) as orders, sum(amount) as amount
                         from campaign.redemptions
                        where offer_id = o.id
                          and status <> 'RELEASED') t on true
                  left join lateral (
                       select sum(pieces_left)::bigint as pieces_left, sum(budget_left)::bigint as budget_left
                         from campaign.pots
                        where offer_id = o.id) x on true
                 where p.code = :programme
                   and (p.owner_scope = :scope or c.owner_kind = 'PROVINCE' and c.owner_scope = :scope)
                   and o.published_at is not null
                 order by amount desc, o.code
                 limit 500
                """)
                .bind("programme", programme)
                .bind("scope", scope)
                .map(row -> new OfferRow(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "code", String.class),
                        Rows.get(row, "name_vi", String.class),
                        Rows.get(row, "orders", Long.class),
                        vnd(row, "amount"),
                        orNull(row, "budget"),
                        row.get("pieces_left", Long.class),
                        orNull(row, "budget_left")))
                .all()
                .collectList();
    }

    private Mono<List<FunderRow>> funders(String scope, String programme) {
        return database.sql("""
                select s.key as funder, split_part(s.key, ':', 1) as kind,
                       coalesce((select max(t.province_name) from territory.published_communes t
                                  where s.key like 'PUBLIC_BUDGET:%' and t.province_code = split_part(s.key, ':', 2)),
                                split_part(s.key, ':', 2)) as scope_name,
                       count(distinct r.group_id) as orders,
                       coalesce(sum(s.value::bigint) filter (where r.status = 'RESERVED'), 0)::bigint as reserved,
                       coalesce(sum(s.value::bigint) filter (where r.status = 'CONFIRMED'), 0)::bigint as confirmed,
                       coalesce(sum((r.returned ->> s.key)::bigint) filter (where r.status = 'CONFIRMED'), 0)::bigint as returned
                """
                        + OF_PROGRAMME.replace(
                                "from campaign.redemptions r",
                                "from campaign.redemptions r cross join jsonb_each_text(r.shares) s")
                        + " group by s.key order by s.key")
                .bind("programme", programme)
                .bind("scope", scope)
                .map(row -> new FunderRow(
                        Rows.get(row, "funder", String.class),
                        Funder.Kind.valueOf(Rows.get(row, "kind", String.class)),
                        Rows.get(row, "scope_name", String.class),
                        Rows.get(row, "orders", Long.class),
                        vnd(row, "reserved"),
                        vnd(row, "confirmed"),
                        vnd(row, "returned"),
                        vnd(row, "confirmed").minus(vnd(row, "returned"))))
                .all()
                .collectList();
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }

    private static @Nullable Vnd orNull(Readable row, String column) {
        var dong = row.get(column, Long.class);
        return dong == null ? null : Vnd.of(dong);
    }
}
