package vn.ocop.marketplace.payment.campaign;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL that changes programmes, campaigns and offers. Every change takes the next revision. */
@Repository
class OfferDeskRepository {

    private final DatabaseClient database;
    private final OfferRows rows;
    private final JsonMapper json;

    OfferDeskRepository(DatabaseClient database, OfferRows rows, JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    /** A campaign with what its offers depend on. */
    record Campaign(
            UUID id,
            String code,
            LocalizedText name,
            String programme,
            String ownerKind,
            String ownerScope,
            String organiser,
            String status,
            boolean openToShops,
            Instant startsAt,
            Instant endsAt,
            boolean concentrated,
            String programmeOwner,
            long waiting,
            long running) {

        /** Whether an organiser answers for it: by its programme, or as a province's own. */
        boolean belongsTo(String scope) {
            return programmeOwner.equals(scope) || ownerKind.equals("PROVINCE") && ownerScope.equals(scope);
        }

        /** Whether it is a business's own. */
        boolean isOf(UUID shop) {
            return ownerKind.equals("SHOP") && ownerScope.equals(shop.toString());
        }
    }

    private static final String CAMPAIGN = """
            select c.id, c.code, c.name_vi, c.name_en, p.code as programme, c.owner_kind, c.owner_scope, c.organiser, c.status,
                   c.open_to_shops, p.starts_at, p.ends_at, p.decision_no is not null as concentrated,
                   p.owner_scope as programme_owner,
                   (select count(*) from campaign.offers o where o.campaign_id = c.id and o.status = 'PROPOSED') as waiting,
                   (select count(*) from campaign.offers o where o.campaign_id = c.id and o.status = 'APPROVED') as running
              from campaign.campaigns c
              join campaign.programmes p on p.id = c.programme_id
            """;

    /** Campaigns that an organiser answers for: their own, and all of their programmes. */
    Flux<Campaign> campaignsOf(String scope) {
        return database.sql(CAMPAIGN + """
                 where p.owner_scope = :scope
                    or c.owner_kind = 'PROVINCE' and c.owner_scope = :scope
                 order by p.starts_at desc, c.created_at, c.id
                 limit 500
                """)
                .bind("scope", scope)
                .map(OfferDeskRepository::readCampaign)
                .all();
    }

    /** What is open to every shop, to which this one was invited and said yes, be it public yet or not, and its own. */
    Flux<Campaign> openTo(UUID shop, Instant now) {
        return database.sql(CAMPAIGN + """
                  left join campaign.invitations i on i.campaign_id = c.id and i.shop_id = :shop and i.status = 'ACCEPTED'
                 where c.status = 'OPEN'
                   and (c.open_to_shops and p.status = 'OPEN'
                        or i.shop_id is not null and p.status <> 'PAUSED'
                        or c.owner_kind = 'SHOP' and c.owner_scope = :shop::text and p.status = 'OPEN')
                   and p.ends_at > :now
                 order by p.starts_at, c.created_at, c.id
                 limit 100
                """)
                .bind("shop", shop)
                .bind("now", now)
                .map(OfferDeskRepository::readCampaign)
                .all();
    }

    Mono<Campaign> campaign(UUID id) {
        return database.sql(CAMPAIGN + " where c.id = :id")
                .bind("id", id)
                .map(OfferDeskRepository::readCampaign)
                .one();
    }

    private static Campaign readCampaign(Readable row) {
        return new Campaign(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "code", String.class),
                OfferRows.words(row, "name"),
                Rows.get(row, "programme", String.class),
                Rows.get(row, "owner_kind", String.class),
                Rows.get(row, "owner_scope", String.class),
                Rows.get(row, "organiser", String.class),
                Rows.get(row, "status", String.class),
                Rows.get(row, "open_to_shops", Boolean.class),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                Rows.get(row, "concentrated", Boolean.class),
                Rows.get(row, "programme_owner", String.class),
                Rows.get(row, "waiting", Long.class),
                Rows.get(row, "running", Long.class));
    }

    /** Programmes of an organiser in whatever state, and for a province those of the platform that it may join. */
    Flux<OrganiserDesk.Programme> programmesOf(String scope) {
        return database.sql("""
                select code, name_vi, name_en, owner_scope, starts_at, ends_at, decision_no, status, owner_scope = :scope as own
                  from campaign.programmes
                 where owner_scope = :scope
                    or owner_scope = '*' and status = 'OPEN'
                 order by starts_at desc, id
                 limit 100
                """)
                .bind("scope", scope)
                .map(OfferDeskRepository::readProgramme)
                .all();
    }

    /** Programmes that run or will, of the platform and of a shop's province. */
    Flux<OrganiserDesk.Programme> openProgrammes(String province, Instant now) {
        return database.sql("""
                select code, name_vi, name_en, starts_at, ends_at, decision_no, status, false as own
                  from campaign.programmes
                 where status = 'OPEN'
                   and ends_at > :now
                   and owner_scope in ('*', :province)
                 order by starts_at, id
                 limit 100
                """)
                .bind("province", province)
                .bind("now", now)
                .map(OfferDeskRepository::readProgramme)
                .all();
    }

    private static OrganiserDesk.Programme readProgramme(Readable row) {
        return new OrganiserDesk.Programme(
                Rows.get(row, "code", String.class),
                OfferRows.words(row, "name"),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                row.get("decision_no", String.class),
                Rows.get(row, "status", String.class),
                Rows.get(row, "own", Boolean.class));
    }

    /** A programme as its organiser writes it. */
    record NewProgramme(
            String code,
            LocalizedText name,
            LocalizedText theme,
            String scope,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable String decisionNo,
            @Nullable String decidedBy) {}

    Mono<UUID> add(NewProgramme programme, Instant now) {
        return id(
                database.sql("""
                insert into campaign.programmes (code, name_vi, name_en, theme_vi, theme_en, owner_kind, owner_scope, starts_at,
                       ends_at, peak_from, peak_to, decision_no, decided_by, status, created_at)
                values (:code, :nameVi, :nameEn, :themeVi, :themeEn,
                        case when :scope = '*' then 'PLATFORM' else 'PROVINCE' end, :scope, :from, :to, :peakFrom, :peakTo,
                        :decision, :decidedBy, 'DRAFT', :now)
                returning id
                """)
                        .bind("code", programme.code())
                        .bind("nameVi", programme.name().vi())
                        .bind("nameEn", programme.name().en())
                        .bind("themeVi", programme.theme().vi())
                        .bind("themeEn", programme.theme().en())
                        .bind("scope", programme.scope())
                        .bind("from", programme.startsAt())
                        .bind("to", programme.endsAt())
                        .bind("now", now)
                        .bind("peakFrom", orNull(programme.peakFrom(), Instant.class))
                        .bind("peakTo", orNull(programme.peakTo(), Instant.class))
                        .bind("decision", orNull(programme.decisionNo(), String.class))
                        .bind("decidedBy", orNull(programme.decidedBy(), String.class)),
                programme.code());
    }

    private static Mono<UUID> id(DatabaseClient.GenericExecuteSpec spec, String code) {
        return spec.map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .onErrorMap(
                        DuplicateKeyException.class, taken -> new ProblemException(CampaignProblem.CODE_TAKEN, code));
    }

    /**
     * Last year's campaigns and offers, moved on by so much, for somebody to look through and approve anew: what a shop
     * bears, the shop; everything else, the organiser.
     */
    Mono<Void> copy(String from, UUID to, String suffix, Duration later, Instant now) {
        return database.sql("""
                with source as (
                    select id from campaign.programmes where code = :from),
                marked as (
                    update campaign.programmes set copied_from = (select id from source) where id = :to),
                campaigns as (
                    insert into campaign.campaigns (programme_id, code, name_vi, name_en, owner_kind, owner_scope, organiser,
                           status, open_to_shops, created_at)
                    select :to, c.code, c.name_vi, c.name_en, c.owner_kind, c.owner_scope, c.organiser, 'OPEN',
                           c.open_to_shops, :now
                      from campaign.campaigns c
                     where c.programme_id = (select id from source)
                    returning id, code),
                offers as (
                    insert into campaign.offers (campaign_id, code, name_vi, name_en, terms_vi, terms_en, kind, layer, exclusive,
                           value, buy_pieces, get_pieces, min_spend, cap, shop_id, listings, gifts, categories, shops,
                           provinces, stars_from, carriers, methods, audience, to_provinces, to_communes, first_by_method,
                           assisted, starts_at, ends_at, peak_only, from_minute, to_minute, per_person, per_line, total_count,
                           budget, voucher, priority, status, created_at)
                    select n.id, left(o.code, 70) || '-' || :suffix, o.name_vi, o.name_en, o.terms_vi, o.terms_en, o.kind,
                           o.layer, o.exclusive, o.value, o.buy_pieces, o.get_pieces, o.min_spend, o.cap, o.shop_id, o.listings,
                           o.gifts, o.categories, o.shops, o.provinces, o.stars_from, o.carriers, o.methods, o.audience,
                           o.to_provinces, o.to_communes, o.first_by_method, o.assisted, o.starts_at + :later::interval,
                           o.ends_at + :later::interval, o.peak_only, o.from_minute, o.to_minute, o.per_person, o.per_line,
                           o.total_count, o.budget, null, o.priority,
                           case when o.shop_id is not null
                                 and exists (select from campaign.funders f where f.offer_id = o.id and f.kind = 'SELLER')
                                then 'INVITED'
                                else 'PROPOSED' end, :now
                      from campaign.offers o
                      join campaign.campaigns c on c.id = o.campaign_id and c.programme_id = (select id from source)
                      join campaigns n on n.code = c.code
                     where o.status in ('APPROVED', 'PAUSED')
                    returning id, code)
                insert into campaign.funders (offer_id, position, kind, scope, share_bp)
                select n.id, f.position, f.kind, f.scope, f.share_bp
                  from offers n
                  join campaign.offers o on left(o.code, 70) || '-' || :suffix = n.code
                  join campaign.funders f on f.offer_id = o.id
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("suffix", suffix)
                .bind("later", later.toSeconds() + " seconds")
                .bind("now", now)
                .then();
    }

    /** Answers whether it is theirs. */
    Mono<Boolean> programmeState(String code, String scope, String state, Instant now) {
        return changed(database.sql("""
                update campaign.programmes
                   set status = :state, published_at = coalesce(published_at, :now), version = version + 1,
                       revision = nextval('campaign.revisions')
                 where code = :code
                   and owner_scope = :scope
                """)
                .bind("state", state)
                .bind("code", code)
                .bind("scope", scope)
                .bind("now", now));
    }

    private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec spec) {
        return spec.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** A campaign as its organiser writes it. */
    record NewCampaign(
            String programme,
            String code,
            LocalizedText name,
            String ownerKind,
            String ownerScope,
            String organiser,
            boolean openToShops) {}

    /** A business's own, under a programme of the platform or of its province that is open. */
    Mono<UUID> add(
            String programme, String code, String name, UUID shop, String province, String organiser, Instant now) {
        return id(
                database.sql("""
                insert into campaign.campaigns (programme_id, code, name_vi, owner_kind, owner_scope, organiser, status,
                       open_to_shops, created_at)
                select id, :code, :name, 'SHOP', :shop::text, :organiser, 'OPEN', false, :now
                  from campaign.programmes
                 where code = :programme
                   and status = 'OPEN'
                   and ends_at > :now
                   and owner_scope in ('*', :province)
                returning id
                """)
                        .bind("code", code)
                        .bind("name", name)
                        .bind("shop", shop)
                        .bind("organiser", organiser)
                        .bind("now", now)
                        .bind("programme", programme)
                        .bind("province", province),
                code);
    }

    Mono<UUID> add(NewCampaign campaign, String scope, Instant now) {
        return id(
                database.sql("""
                insert into campaign.campaigns (programme_id, code, name_vi, name_en, owner_kind, owner_scope, organiser,
                       status, open_to_shops, created_at)
                select id, :code, :nameVi, :nameEn, :kind, :owner, :organiser, 'OPEN', :open, :now
                  from campaign.programmes
                 where code = :programme
                   and (owner_scope = :scope or :kind = 'PROVINCE' and :owner = :scope and owner_scope = '*')
                returning id
                """)
                        .bind("code", campaign.code())
                        .bind("nameVi", campaign.name().vi())
                        .bind("nameEn", campaign.name().en())
                        .bind("kind", campaign.ownerKind())
                        .bind("owner", campaign.ownerScope())
                        .bind("organiser", campaign.organiser())
                        .bind("open", campaign.openToShops())
                        .bind("programme", campaign.programme())
                        .bind("scope", scope)
                        .bind("now", now),
                campaign.code());
    }

    /** The offer with its funders and its pots. */
    Mono<UUID> add(OfferDraft draft, UUID campaign, String status, UUID by, Instant now) {
        var limits = draft.limits();
        return id(
                        database.sql("""
                with added as (
                    insert into campaign.offers (campaign_id, code, name_vi, name_en, terms_vi, terms_en, kind, layer, exclusive,
                           value, buy_pieces, get_pieces, min_spend, cap, shop_id, listings, gifts, categories, shops, provinces,
                           stars_from, carriers, methods, audience, to_provinces, to_communes, first_by_method, assisted,
                           starts_at, ends_at, peak_only, from_minute, to_minute, per_person, per_line, total_count, budget,
                           voucher, priority, status, proposed_by, decided_by, decided_at, published_at, created_at)
                    values (:campaign, :code, :nameVi, :nameEn, :termsVi, :termsEn, :kind, :layer, :exclusive, :value, :buy, :get,
                            :minSpend, :cap, :shop, :listings, :gifts, :categories, :shops, :provinces, :stars, :carriers,
                            :methods, :audience, :toProvinces, :toCommunes, :first, :assisted, :from, :to, :peak, :fromMinute,
                            :toMinute, :perPerson, :perLine, :total, :budget, :voucher, :priority,
                            :status, :by, case when :approved then :by end,
                            case when :approved then :now::timestamptz end,
                            case when :approved then :now::timestamptz end, :now)
                    returning id),
                funders as (
                    insert into campaign.funders (offer_id, position, kind, scope, share_bp)
                    select a.id, f.position, f.kind, f.scope, f."shareBp"
                      from added a,
                           rows from (jsonb_to_recordset(:funders) as (kind text, scope text, "shareBp" integer))
                           with ordinality as f (kind, scope, "shareBp", position))
                select id from added
                """)
                                .bind("campaign", campaign)
                                .bind("code", draft.code())
                                .bind("nameVi", draft.name().vi())
                                .bind("nameEn", draft.name().en())
                                .bind("termsVi", draft.terms().vi())
                                .bind("termsEn", draft.terms().en())
                                .bind("kind", draft.kind().name())
                                .bind("layer", draft.layer().name())
                                .bind("exclusive", draft.exclusive())
                                .bind("value", draft.value())
                                .bind("buy", draft.buy())
                                .bind("get", draft.get())
                                .bind("minSpend", draft.minSpend())
                                .bind("listings", draft.listings().toArray(UUID[]::new))
                                .bind("gifts", draft.gifts().toArray(UUID[]::new))
                                .bind("categories", draft.categories().toArray(String[]::new))
                                .bind("shops", draft.shops().toArray(UUID[]::new))
                                .bind("provinces", draft.provinces().toArray(String[]::new))
                                .bind("stars", draft.starsFrom())
                                .bind("carriers", draft.carriers().toArray(String[]::new))
                                .bind("methods", draft.methods().toArray(String[]::new))
                                .bind("audience", draft.audience().people().name())
                                .bind(
                                        "toProvinces",
                                        draft.audience().toProvinces().toArray(String[]::new))
                                .bind(
                                        "toCommunes",
                                        draft.audience().toCommunes().toArray(String[]::new))
                                .bind("first", draft.audience().firstByMethod())
                                .bind("assisted", draft.audience().assisted())
                                .bind("from", draft.startsAt())
                                .bind("to", draft.endsAt())
                                .bind("peak", draft.peakOnly())
                                .bind("fromMinute", draft.fromMinute())
                                .bind("toMinute", draft.toMinute())
                                .bind("priority", draft.priority())
                                .bind("status", status)
                                .bind("approved", status.equals("APPROVED"))
                                .bind("by", by)
                                .bind("now", now)
                                .bind("funders", Json.of(json.writeValueAsBytes(draft.funders())))
                                .bind("cap", orNull(draft.cap(), Long.class))
                                .bind("shop", orNull(draft.shop(), UUID.class))
                                .bind("perPerson", orNull(limits.perPerson(), Integer.class))
                                .bind("perLine", orNull(limits.perLine(), Integer.class))
                                .bind("total", orNull(limits.total(), Integer.class))
                                .bind("budget", orNull(limits.budget(), Vnd::dong, Long.class))
                                .bind("voucher", orNull(draft.voucher(), String.class)),
                        draft.code())
                .delayUntil(this::cutPots);
    }

    private Mono<Void> cutPots(UUID offer) {
        return database.sql("""
                select campaign.cut_pots(id, total_count, budget)
                  from campaign.offers
                 where id = :id
                   and not exists (select from campaign.pots where offer_id = :id)
                """).bind("id", offer).then();
    }

    /** An offer as desks see it. */
    record Kept(Offer offer, String status, @Nullable String refusal, UUID campaign, boolean concentrated) {}

    private static final String KEPT = ", o.campaign_id, p.decision_no is not null as concentrated ";

    Flux<Kept> offersOf(String scope, @Nullable String status, int limit) {
        return database.sql("select " + OfferRows.COLUMNS + KEPT + OfferRows.FROM + """
                         where (p.owner_scope = :scope or c.owner_kind = 'PROVINCE' and c.owner_scope = :scope)
                           and (:status::text is null or o.status = :status)
                         order by o.created_at desc, o.id desc
                         limit :limit
                        """)
                .bind("scope", scope)
                .bind("limit", limit)
                .bind("status", orNull(status, String.class))
                .map(this::kept)
                .all();
    }

    Flux<Kept> offersOfShop(UUID shop) {
        return database.sql("select " + OfferRows.COLUMNS + KEPT + OfferRows.FROM + """
                 where o.shop_id = :shop
                 order by o.created_at desc, o.id desc
                 limit 200
                """)
                .bind("shop", shop)
                .map(this::kept)
                .all();
    }

    /** Locks offers in id order, those of the organiser only. */
    Flux<Kept> lock(Collection<UUID> offers, String scope) {
        return database.sql("select " + OfferRows.COLUMNS + KEPT + OfferRows.FROM + """
                 where o.id = any(:ids)
                   and (p.owner_scope = :scope or c.owner_kind = 'PROVINCE' and c.owner_scope = :scope)
                 order by o.id
                   for update of o
                """)
                .bind("ids", offers.toArray(UUID[]::new))
                .bind("scope", scope)
                .map(this::kept)
                .all();
    }

    /** Locks an offer of the shop's. */
    Mono<Kept> lock(UUID offer, UUID shop) {
        return database.sql("select " + OfferRows.COLUMNS + KEPT + OfferRows.FROM + """
                 where o.id = :id
                   and o.shop_id = :shop
                   for update of o
                """)
                .bind("id", offer)
                .bind("shop", shop)
                .map(this::kept)
                .one();
    }

    private Kept kept(Readable row) {
        return new Kept(
                rows.offer(row),
                Rows.get(row, "status", String.class),
                row.get("refusal", String.class),
                Rows.get(row, "campaign_id", UUID.class),
                Rows.get(row, "concentrated", Boolean.class));
    }

    Mono<Void> decide(UUID offer, String status, @Nullable String reason, UUID by, Instant now) {
        return database.sql("""
                        update campaign.offers
                           set status = :status, refusal = :reason, decided_by = :by, decided_at = :now,
                               published_at = case when :status = 'APPROVED' then coalesce(published_at, :now) else published_at end,
                               version = version + 1, revision = nextval('campaign.revisions')
                         where id = :id
                        """)
                .bind("status", status)
                .bind("by", by)
                .bind("now", now)
                .bind("id", offer)
                .bind("reason", orNull(reason, String.class))
                .then()
                .then(Mono.defer(() -> cutPots(offer)));
    }

    /** A shop takes its own offer back; answers whether there was one. */
    Mono<Boolean> withdraw(UUID offer, UUID shop, UUID by, Instant now) {
        return changed(database.sql("""
                update campaign.offers
                   set status = 'WITHDRAWN', decided_by = :by, decided_at = :now, version = version + 1,
                       revision = nextval('campaign.revisions')
                 where id = :id
                   and shop_id = :shop
                   and status not in ('WITHDRAWN', 'REFUSED')
                """)
                .bind("by", by)
                .bind("now", now)
                .bind("id", offer)
                .bind("shop", shop));
    }
}
