package vn.ocop.marketplace.payment.payout;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on commission rules and tax rates. */
@Repository
class TermsRepository {

    private final DatabaseClient database;

    TermsRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<SaleTerms> all() {
        return Mono.zip(rules().collectList(), rates().collectList(), activities())
                .map(all -> new SaleTerms(all.getT1(), all.getT2(), all.getT3()));
    }

    Flux<CommissionRule> rules() {
        return database.sql("""
                select id, place, category_code, shop_id, valid_from, valid_to, percent_bp, fixed, cap, vat_bp, note
                  from payout.commission_rules
                 order by place, valid_from desc, id desc
                """).map(TermsRepository::rule).all();
    }

    Flux<TaxRate> rates() {
        return database.sql("""
                select id, seller, activity, vat_bp, pit_bp, valid_from, valid_to, legal_ref, certainty
                  from payout.tax_rates
                 order by valid_from desc, id desc
                """).map(TermsRepository::rate).all();
    }

    private Mono<Map<String, TaxRate.Activity>> activities() {
        return database.sql("select category_code, activity from payout.category_activities")
                .map(row -> Map.entry(
                        Rows.get(row, "category_code", String.class),
                        TaxRate.Activity.valueOf(Rows.get(row, "activity", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<CommissionRule> add(CommissionRule rule, UUID by, Instant now) {
        return database.sql("""
                insert into payout.commission_rules (place, category_code, shop_id, valid_from, valid_to, percent_bp,
                                                     fixed, cap, vat_bp, note, created_by, created_at)
                values (:place, :category, :shop, :from, :to, :percent, :fixed, :cap, :vat, :note, :by, :now)
                returning id, place, category_code, shop_id, valid_from, valid_to, percent_bp, fixed, cap, vat_bp, note
                """)
                .bind("place", rule.place())
                .bind("from", rule.validFrom())
                .bind("percent", rule.percentBp())
                .bind("fixed", rule.fixed().dong())
                .bind("vat", rule.vatBp())
                .bind("note", rule.note())
                .bind("by", by)
                .bind("now", now)
                .bind("category", orNull(rule.category(), String.class))
                .bind("shop", orNull(rule.shop(), UUID.class))
                .bind("to", orNull(rule.validTo(), LocalDate.class))
                .bind("cap", orNull(rule.cap(), Vnd::dong, Long.class))
                .map(TermsRepository::rule)
                .one();
    }

    Mono<TaxRate> add(TaxRate rate, UUID by, Instant now) {
        return database.sql("""
                insert into payout.tax_rates (seller, activity, vat_bp, pit_bp, valid_from, valid_to, legal_ref,
                                              certainty, created_by, created_at)
                values (:seller, :activity, :vat, :pit, :from, :to, :ref, :certainty, :by, :now)
                returning id, seller, activity, vat_bp, pit_bp, valid_from, valid_to, legal_ref, certainty
                """)
                .bind("seller", rate.seller().name())
                .bind("activity", rate.activity().name())
                .bind("vat", rate.vatBp())
                .bind("pit", rate.pitBp())
                .bind("from", rate.validFrom())
                .bind("ref", rate.legalRef())
                .bind("certainty", rate.certainty().name())
                .bind("by", by)
                .bind("now", now)
                .bind("to", orNull(rate.validTo(), LocalDate.class))
                .map(TermsRepository::rate)
                .one();
    }

    /** Ends it with a day, unless it ends earlier already. */
    Mono<CommissionRule> endRule(UUID id, LocalDate lastDay) {
        return database.sql("""
                update payout.commission_rules
                   set valid_to = least(valid_to, :last)
                 where id = :id
                   and valid_from <= :last
                returning id, place, category_code, shop_id, valid_from, valid_to, percent_bp, fixed, cap, vat_bp, note
                """)
                .bind("id", id)
                .bind("last", lastDay)
                .map(TermsRepository::rule)
                .one();
    }

    Mono<TaxRate> endRate(UUID id, LocalDate lastDay) {
        return database.sql("""
                update payout.tax_rates
                   set valid_to = least(valid_to, :last)
                 where id = :id
                   and valid_from <= :last
                returning id, seller, activity, vat_bp, pit_bp, valid_from, valid_to, legal_ref, certainty
                """)
                .bind("id", id)
                .bind("last", lastDay)
                .map(TermsRepository::rate)
                .one();
    }

    private static CommissionRule rule(Readable row) {
        var cap = row.get("cap", Long.class);
        return new CommissionRule(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "place", Integer.class),
                row.get("category_code", String.class),
                row.get("shop_id", UUID.class),
                Rows.get(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                Rows.get(row, "percent_bp", Integer.class),
                Vnd.of(Rows.get(row, "fixed", Long.class)),
                cap == null ? null : Vnd.of(cap),
                Rows.get(row, "vat_bp", Integer.class),
                Rows.get(row, "note", String.class));
    }

    private static TaxRate rate(Readable row) {
        return new TaxRate(
                Rows.get(row, "id", UUID.class),
                TaxRate.Seller.valueOf(Rows.get(row, "seller", String.class)),
                TaxRate.Activity.valueOf(Rows.get(row, "activity", String.class)),
                Rows.get(row, "vat_bp", Integer.class),
                Rows.get(row, "pit_bp", Integer.class),
                Rows.get(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                Rows.get(row, "legal_ref", String.class),
                TaxRate.Certainty.valueOf(Rows.get(row, "certainty", String.class)));
    }
}
