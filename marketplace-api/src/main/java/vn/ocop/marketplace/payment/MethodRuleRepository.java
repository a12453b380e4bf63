package vn.ocop.marketplace.payment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on the rules of payment methods. */
@Repository
class MethodRuleRepository {

    private static final String COLUMNS =
            "id, method, over, province_code, shop_id, fewer_purchases, valid_from, valid_to, note";

    private final DatabaseClient database;

    MethodRuleRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first. */
    Flux<MethodRule> all() {
        return database.sql("select " + COLUMNS + " from payment.method_rules order by valid_from desc, id desc")
                .map(MethodRuleRepository::rule)
                .all();
    }

    Mono<MethodRule> add(MethodRule rule, UUID by, Instant now) {
        return database.sql("""
                insert into payment.method_rules (method, over, province_code, shop_id, fewer_purchases, valid_from,
                                                  valid_to, note, created_by, created_at)
                values (:method, :over, :province, :shop, :fewer, :from, :to, :note, :by, :now)
                returning\s""" + COLUMNS)
                .bind("method", rule.method().name())
                .bind("from", rule.validFrom())
                .bind("note", rule.note())
                .bind("by", by)
                .bind("now", now)
                .bind("over", orNull(rule.over(), Vnd::dong, Long.class))
                .bind("province", orNull(rule.province(), String.class))
                .bind("shop", orNull(rule.shop(), UUID.class))
                .bind("fewer", orNull(rule.fewerPurchases(), Integer.class))
                .bind("to", orNull(rule.validTo(), LocalDate.class))
                .map(MethodRuleRepository::rule)
                .one();
    }

    /** Ends it with a day, unless it ends earlier already. */
    Mono<MethodRule> end(UUID id, LocalDate lastDay) {
        return database.sql("""
                update payment.method_rules
                   set valid_to = least(valid_to, :last)
                 where id = :id
                   and valid_from <= :last::date + 1
                returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("last", lastDay)
                .map(MethodRuleRepository::rule)
                .one();
    }

    /** How many purchases a buyer has paid and kept. */
    Mono<Long> paidBefore(UUID buyer) {
        return database.sql("select count(*) as n from payment.payments where buyer_id = :buyer and status = 'PAID'")
                .bind("buyer", buyer)
                .map(row -> Rows.get(row, "n", Long.class))
                .one();
    }

    private static MethodRule rule(Readable row) {
        var over = row.get("over", Long.class);
        return new MethodRule(
                Rows.get(row, "id", UUID.class),
                PaymentMethod.valueOf(Rows.get(row, "method", String.class)),
                over == null ? null : Vnd.of(over),
                row.get("province_code", String.class),
                row.get("shop_id", UUID.class),
                row.get("fewer_purchases", Integer.class),
                Rows.get(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                Rows.get(row, "note", String.class));
    }
}
