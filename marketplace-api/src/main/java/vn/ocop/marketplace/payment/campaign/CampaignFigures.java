package vn.ocop.marketplace.payment.campaign;

import io.r2dbc.spi.Readable;
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

    CampaignFigures(DatabaseClient database) {
        this.database = database;
    }

    /** One group of takings; nobody can be told apart in it. */
    public record Row(String key, long orders, long newConsumers, Vnd amount) {}

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
     * @param reserved of orders that are not paid yet
     * @param confirmed of orders that are paid
     * @param returned what of that came back with returned goods
     * @param due what it owes: confirmed without what came back
     */
    public record FunderRow(String funder, long orders, Vnd reserved, Vnd confirmed, Vnd returned, Vnd due) {}

    /** A programme in figures. */
    public record Figures(
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
                        offers(scope, programme),
                        funders(scope, programme),
                        rows(scope, programme, "case when r.new_person then 'NEW' else 'EXISTING' end"),
                        rows(scope, programme, "r.province_code"),
                        rows(scope, programme, "r.commune_code"),
                        rows(scope, programme, "coalesce(r.team_code, '')"))
                .map(all -> new Figures(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5(), all.getT6()));
    }

    private Mono<List<Row>> rows(String scope, String programme, String key) {
        return database.sql("select " + key + """
                         as key, count(distinct r.group_id) as orders,
                         count(distinct r.person_id) filter (where r.new_person) as new_consumers,
                         sum(r.amount)::bigint as amount
                        """ + OF_PROGRAMME + " group by 1 order by 4 desc, 1 limit 500")
                .bind("programme", programme)
                .bind("scope", scope)
                .map(row -> new Row(
                        Rows.get(row, "key", String.class),
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
                select s.key as funder, count(distinct r.group_id) as orders,
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
