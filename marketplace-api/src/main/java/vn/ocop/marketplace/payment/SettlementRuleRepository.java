package vn.ocop.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on which way shops' money goes. */
@Repository
class SettlementRuleRepository {

    private static final String COLUMNS = "id, shop_id, method, way, valid_from, note";

    private final DatabaseClient database;

    SettlementRuleRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first; of one day, the one that was set last. */
    Flux<SettlementRule> all() {
        return database.sql("select " + COLUMNS + " from payment.settlement_rules order by valid_from desc, id desc")
                .map(SettlementRuleRepository::rule)
                .all();
    }

    Mono<SettlementRule> add(SettlementRule rule, UUID by, Instant now) {
        return database.sql("""
                insert into payment.settlement_rules (shop_id, method, way, valid_from, note, created_by, created_at)
                values (:shop, :method, :way, :from, :note, :by, :now)
                returning\s""" + COLUMNS)
                .bind("shop", rule.shop())
                .bind("method", rule.method().name())
                .bind("way", rule.way().name())
                .bind("from", rule.validFrom())
                .bind("note", rule.note())
                .bind("by", by)
                .bind("now", now)
                .map(SettlementRuleRepository::rule)
                .one();
    }

    private static SettlementRule rule(Readable row) {
        return new SettlementRule(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                PaymentMethod.valueOf(Rows.get(row, "method", String.class)),
                SettlementRule.Way.valueOf(Rows.get(row, "way", String.class)),
                Rows.get(row, "valid_from", LocalDate.class),
                Rows.get(row, "note", String.class));
    }
}
