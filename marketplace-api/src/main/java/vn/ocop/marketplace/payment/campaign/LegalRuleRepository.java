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

    LegalRuleRepository(DatabaseClient database) {
        this.database = database;
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

    /** Of each listing the days of a year on which an approved offer of its own ran, concentrated programmes aside. */
    Mono<Map<UUID, Integer>> discountedDays(Collection<UUID> listings, LocalDate from, LocalDate until) {
        return database.sql("""
                select l.listing, count(distinct d.day)::integer as days
                  from unnest(:listings::uuid[]) as l (listing)
                  join campaign.offers o on l.listing = any(o.listings) and o.status in ('APPROVED', 'PAUSED')
                  join campaign.campaigns c on c.id = o.campaign_id
                  join campaign.programmes p on p.id = c.programme_id and p.decision_no is null
                 cross join lateral (
                       select day::date
                         from generate_series(
                              greatest(:from::date, (o.starts_at at time zone 'Asia/Ho_Chi_Minh')::date),
                              least(:until::date, ((o.ends_at - interval '1 second') at time zone 'Asia/Ho_Chi_Minh')::date),
                              interval '1 day') as day) as d
                 group by l.listing
                """)
                .bind("listings", listings.toArray(UUID[]::new))
                .bind("from", from)
                .bind("until", until)
                .map(row -> Map.entry(Rows.get(row, "listing", UUID.class), Rows.get(row, "days", Integer.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
