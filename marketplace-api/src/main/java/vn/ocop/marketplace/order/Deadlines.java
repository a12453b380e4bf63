package vn.ocop.marketplace.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ReferenceData;
import vn.ocop.marketplace.platform.Rows;

/** The deadlines of returns, kept in memory: an order asks no table for them. */
@Component
class Deadlines implements ReferenceData {

    private final DatabaseClient database;
    private final AtomicReference<List<Deadline>> kept = new AtomicReference<>(List.of());

    Deadlines(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> load() {
        return database.sql("select step, category_code, hours, valid_from, valid_to from orders.deadlines")
                .map(row -> new Deadline(
                        Deadline.Step.valueOf(Rows.get(row, "step", String.class)),
                        row.get("category_code", String.class),
                        Rows.get(row, "hours", Integer.class),
                        Rows.get(row, "valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)))
                .all()
                .collectList()
                .doOnNext(kept::set)
                .then();
    }

    /** How long after they came something can be said about goods of a category sold on a day. */
    int returnHours(@Nullable String category, LocalDate day) {
        return hours(Deadline.Step.PROBLEM_REPORTED, category, day);
    }

    /** By the rules of the day of the sale. */
    Duration of(Deadline.Step step, Instant soldAt) {
        return Duration.ofHours(hours(step, null, LocalDate.ofInstant(soldAt, BusinessTime.ZONE)));
    }

    /** The rule for just this category before the one for all; of two of a kind the later. */
    private int hours(Deadline.Step step, @Nullable String category, LocalDate day) {
        return kept.get().stream()
                .filter(rule -> rule.fits(step, category, day))
                .max(Comparator.comparing((Deadline rule) -> rule.category() != null)
                        .thenComparing(Deadline::validFrom))
                .map(Deadline::hours)
                .orElseThrow(() -> new IllegalStateException("no deadline for " + step + " on " + day));
    }
}
