package vn.ocop.marketplace.payment.campaign;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on the law of promotions, and on how long listings have been discounted. */
@Repository
class LegalRuleRepository {

    private static final String COLUMNS =
            "id, rule, category_code, value, valid_from, valid_to, legal_ref, clause_vi, clause_en, certainty";

    private final DatabaseClient database;
    private final OfferRows offers;

    LegalRuleRepository(DatabaseClient database, OfferRows offers) {
        this.database = database;
        this.offers = offers;
    }

    Flux<LegalRule> all() {
        return database.sql("select " + COLUMNS + " from campaign.legal_rules order by rule, valid_from desc, id")
                .map(LegalRuleRepository::rule)
                .all();
    }

    Mono<LegalRule> add(LegalRule rule, UUID by, Instant now) {
        return database.sql("""
                insert into campaign.legal_rules (rule, category_code, value, valid_from, valid_to, legal_ref, clause_vi,
                       clause_en, certainty, created_by, created_at)
                values (:rule, :category, :value, :from, :to, :ref, :vi, :en, :certainty, :by, :now)
                returning\s""" + COLUMNS)
                .bind("rule", rule.rule().name())
                .bind("value", rule.value())
                .bind("from", rule.validFrom())
                .bind("ref", rule.legalRef())
                .bind("vi", rule.clause().vi())
                .bind("en", rule.clause().en())
                .bind("certainty", rule.certainty().name())
                .bind("by", by)
                .bind("now", now)
                .bind("category", orNull(rule.category(), String.class))
                .bind("to", orNull(rule.validTo(), LocalDate.class))
                .map(LegalRuleRepository::rule)
                .one();
    }

    /** Ends it with a day, unless it ends earlier already. */
    Mono<LegalRule> end(UUID id, LocalDate lastDay) {
        return database.sql("""
                update campaign.legal_rules
                   set valid_to = least(valid_to, :last)
                 where id = :id
                   and valid_from <= :last
                returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("last", lastDay)
                .map(LegalRuleRepository::rule)
                .one();
    }

    private static LegalRule rule(Readable row) {
        return new LegalRule(
                Rows.get(row, "id", UUID.class),
                LegalRule.Kind.valueOf(Rows.get(row, "rule", String.class)),
                row.get("category_code", String.class),
                Rows.get(row, "value", Long.class),
                Rows.get(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                Rows.get(row, "legal_ref", String.class),
                OfferRows.words(row, "clause"),
                LegalRule.Certainty.valueOf(Rows.get(row, "certainty", String.class)));
    }

    /**
     * Offers of other classes that may come together with one, and that a shop bears a part of: they run at some moment
     * when it does. The same offer, when it is looked at again, is not beside itself.
     */
    Flux<Offer> besides(OfferDraft draft) {
        return database.sql("select " + OfferRows.COLUMNS + OfferRows.FROM + """
                 where o.status in ('APPROVED', 'PAUSED')
                   and o.code <> :code
                   and o.layer in ('ITEM', 'SHOP_VOUCHER', 'PLATFORM_VOUCHER')
                   and o.layer <> :layer
                   and not o.exclusive
                   and (o.shop_id is null or :shop::uuid is null or o.shop_id = :shop)
                   and greatest(o.starts_at, p.starts_at) < :to
                   and least(o.ends_at, p.ends_at) > :from
                   and exists (select from campaign.funders f where f.offer_id = o.id and f.kind = 'SELLER')
                 order by o.id
                 limit 1000
                """)
                .bind("code", draft.code())
                .bind("layer", draft.layer().name())
                .bind("shop", orNull(draft.shop(), UUID.class))
                .bind("from", draft.startsAt())
                .bind("to", draft.endsAt())
                .map(offers::offer)
                .all();
    }

    /**
     * Of each listing the days of a year on which an approved offer is off it, or the days that are meant; concentrated
     * programmes aside.
     */
    Mono<Map<UUID, Integer>> discountedDays(Collection<UUID> listings, LegalityGuard.Days meant) {
        return database.sql("""
                select g.listing_id as listing, count(distinct d.day)::integer as days
                  from listing.published_offerables g
                 cross join lateral (
                       select day::date
                         from generate_series(:from::date, :until::date, interval '1 day') as day
                       union
                       select day::date
                         from campaign.offers o
                         join campaign.campaigns c on c.id = o.campaign_id
                         join campaign.programmes p on p.id = c.programme_id and p.decision_no is null,
                              generate_series(
                                  greatest(date_trunc('year', :from::date)::date,
                                           (greatest(o.starts_at, p.starts_at) at time zone 'Asia/Ho_Chi_Minh')::date),
                                  least((date_trunc('year', :from::date) + interval '1 year - 1 day')::date,
                                        ((least(o.ends_at, p.ends_at) - interval '1 second') at time zone 'Asia/Ho_Chi_Minh')::date),
                                  interval '1 day') as day
                        where o.status in ('APPROVED', 'PAUSED')
                          and o.layer in ('ITEM', 'SHOP_VOUCHER')
                          and (o.listings = '{}' or g.listing_id = any(o.listings))
                          and (o.shop_id is null or o.shop_id = g.shop_id)
                          and (o.categories = '{}' or o.categories && g.category_path)
                          and (o.shops = '{}' or g.shop_id = any(o.shops))
                          and (o.provinces = '{}' or g.shop_province = any(o.provinces))
                          and (not o.peak_only or day >= (p.peak_from at time zone 'Asia/Ho_Chi_Minh')::date
                                              and day < (p.peak_to at time zone 'Asia/Ho_Chi_Minh')::date)) as d
                 where g.listing_id = any(:listings::uuid[])
                 group by g.listing_id
                """)
                .bind("listings", listings.toArray(UUID[]::new))
                .bind("from", meant.from())
                .bind("until", meant.until())
                .map(row -> Map.entry(Rows.get(row, "listing", UUID.class), Rows.get(row, "days", Integer.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
