package vn.ocop.marketplace.order;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL that writes and lists the deadlines of returns. */
@Repository
class DeadlineRepository {

    private static final String COLUMNS = "id, step, category_code, hours, valid_from, valid_to, reference, certainty";

    private final DatabaseClient database;

    DeadlineRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<DeadlineRule> all() {
        return database.sql("select " + COLUMNS
                        + " from orders.deadlines order by step, category_code nulls last, valid_from desc, id desc")
                .map(DeadlineRepository::rule)
                .all();
    }

    Mono<DeadlineRule> add(DeadlineRule rule) {
        return database.sql("""
                insert into orders.deadlines (step, category_code, hours, valid_from, valid_to, reference, certainty)
                values (:step, :category, :hours, :from, :to, :reference, :certainty)
                returning\s""" + COLUMNS)
                .bind("step", rule.step().name())
                .bind("hours", rule.hours())
                .bind("from", rule.validFrom())
                .bind("reference", rule.reference())
                .bind("certainty", rule.certainty().name())
                .bind("category", orNull(rule.category(), String.class))
                .bind("to", orNull(rule.validTo(), LocalDate.class))
                .map(DeadlineRepository::rule)
                .one();
    }

    /**
     * Ends it with a day, unless it ends earlier already; empty when nothing else would say how long that step may
     * take.
     */
    Mono<DeadlineRule> end(UUID id, LocalDate lastDay) {
        return database.sql("""
                update orders.deadlines d
                   set valid_to = least(valid_to, :last)
                 where id = :id
                   and valid_from <= :last
                   and (category_code is not null
                        or exists (select
                                     from orders.deadlines o
                                    where o.id <> d.id
                                      and o.step = d.step
                                      and o.category_code is null
                                      and o.valid_from <= :last::date + 1
                                      and o.valid_to is null))
                returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("last", lastDay)
                .map(DeadlineRepository::rule)
                .one();
    }

    private static DeadlineRule rule(Readable row) {
        return new DeadlineRule(
                Rows.get(row, "id", UUID.class),
                Deadline.Step.valueOf(Rows.get(row, "step", String.class)),
                row.get("category_code", String.class),
                Rows.get(row, "hours", Integer.class),
                Rows.get(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                Rows.get(row, "reference", String.class),
                DeadlineRule.Certainty.valueOf(Rows.get(row, "certainty", String.class)));
    }
}
