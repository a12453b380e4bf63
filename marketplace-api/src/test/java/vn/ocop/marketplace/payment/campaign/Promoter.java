package vn.ocop.marketplace.payment.campaign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.platform.Rows;

/** Opens programmes and offers for a test, straight into the database. */
public final class Promoter {

    private final DatabaseClient database;
    private final UUID campaign;

    /** A month that runs, of a concentrated programme, with a campaign of the platform. */
    public Promoter(DatabaseClient database) {
        this.database = database;
        var now = Instant.now();
        campaign = id(database.sql("""
                with programme as (
                    insert into campaign.programmes (code, name_vi, owner_kind, owner_scope, starts_at, ends_at, status,
                           published_at, decision_no, decided_by, created_at)
                    values ('thang-' || left(gen_random_uuid()::text, 8), 'Tháng tiêu dùng số', 'PLATFORM', '*', :from, :to,
                            'OPEN', :from, '1234/QĐ-UBND', 'UBND tỉnh', :from)
                    returning id)
                insert into campaign.campaigns (programme_id, code, name_vi, owner_kind, owner_scope, organiser, status,
                       created_at)
                select id, 'chung', 'Ưu đãi chung', 'PLATFORM', '*', 'Sàn', 'OPEN', :from from programme
                returning id
                """)
                .bind("from", now.minus(1, ChronoUnit.DAYS))
                .bind("to", now.plus(30, ChronoUnit.DAYS)));
    }

    /** What it is about; the rest of an offer is the same for all of them. */
    public record Draft(
            String kind,
            String layer,
            long value,
            @Nullable UUID listing,
            @Nullable UUID shop,
            String audience,
            @Nullable Integer perPerson,
            @Nullable Integer total,
            @Nullable Long budget,
            @Nullable String voucher) {

        public static Draft slot(UUID listing, long price, int pieces, @Nullable Long budget) {
            return new Draft("FIXED_PRICE", "ITEM", price, listing, null, "ALL", 1, pieces, budget, null);
        }

        public Draft forPeople(String people) {
            return new Draft(kind, layer, value, listing, shop, people, perPerson, total, budget, voucher);
        }
    }

    /** Half of it is borne by the shop, half by the province. */
    public UUID offer(Draft draft) {
        var now = Instant.now();
        var spec = database.sql("""
                with offer as (
                    insert into campaign.offers (campaign_id, code, name_vi, kind, layer, value, listings, shop_id, audience,
                           starts_at, ends_at, per_person, per_line, total_count, budget, voucher, status, published_at,
                           created_at)
                    values (:campaign, 'uu-dai-' || left(gen_random_uuid()::text, 8), 'Ưu đãi thử', :kind, :layer, :value,
                            case when :listing::uuid is null then '{}' else array[:listing]::uuid[] end, :shop, :audience,
                            :from, :to, :perPerson, case when :layer = 'ITEM' then :perPerson end, :total, :budget,
                            :voucher, 'APPROVED', :from, :from)
                    returning id, total_count, budget),
                funders as (
                    insert into campaign.funders (offer_id, position, kind, scope, share_bp)
                    select id, position, kind, scope, 5000
                      from offer, (values (1, 'SELLER', ''), (2, 'PUBLIC_BUDGET', '44')) as f (position, kind, scope))
                select id from offer
                """)
                .bind("campaign", campaign)
                .bind("kind", draft.kind())
                .bind("layer", draft.layer())
                .bind("value", draft.value())
                .bind("audience", draft.audience())
                .bind("from", now.minus(1, ChronoUnit.HOURS))
                .bind("to", now.plus(1, ChronoUnit.DAYS));
        spec = bind(spec, "listing", draft.listing(), UUID.class);
        spec = bind(spec, "shop", draft.shop(), UUID.class);
        spec = bind(spec, "perPerson", draft.perPerson(), Integer.class);
        spec = bind(spec, "total", draft.total(), Integer.class);
        spec = bind(spec, "budget", draft.budget(), Long.class);
        spec = bind(spec, "voucher", draft.voucher(), String.class);
        var offer = id(spec);
        database.sql("select campaign.cut_pots(id, total_count, budget) from campaign.offers where id = :id")
                .bind("id", offer)
                .then()
                .block();
        return offer;
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    private static UUID id(DatabaseClient.GenericExecuteSpec spec) {
        return Objects.requireNonNull(
                spec.map(row -> Rows.get(row, "id", UUID.class)).one().block());
    }

    /** The only offers of a test: those of other tests close. */
    public static void closeAll(DatabaseClient database) {
        database.sql("update campaign.offers set status = 'WITHDRAWN', version = version + 1")
                .then()
                .block();
    }

    public long left(UUID offer, String column) {
        return number(
                "select coalesce(sum(" + column + "), 0)::bigint as n from campaign.pots where offer_id = :id", offer);
    }

    public long taken(UUID offer, String column) {
        return number(
                "select coalesce(sum(" + column
                        + "), 0)::bigint as n from campaign.redemptions where offer_id = :id and status <> 'RELEASED'",
                offer);
    }

    public long number(String sql, UUID id) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("id", id)
                .map(row -> Rows.get(row, "n", Long.class))
                .one()
                .block());
    }
}
