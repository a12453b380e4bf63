package vn.ocop.marketplace.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the scheduled jobs fare over all copies of the application, for people to look at. */
@Component
public class Jobs {

    /** Half a minute of it is what a busy machine may take; nobody need be alarmed by that. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int MISSED_RUNS = 3;

    private final DatabaseClient database;
    private final List<ScheduledJob> jobs;
    private final Clock clock;

    Jobs(DatabaseClient database, List<ScheduledJob> jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * One job.
     *
     * @param everySeconds how often it runs
     * @param lastSuccessAt null when it has never succeeded
     * @param late it has missed several runs: someone must look
     */
    public record Job(
            String name,
            long everySeconds,
            @Nullable Instant lastStartedAt,
            @Nullable Instant lastSuccessAt,
            @Nullable String lastError,
            boolean late) {}

    private record Run(
            String name,
            @Nullable Instant startedAt,
            @Nullable Instant succeededAt,
            @Nullable String error) {}

    /** Those that are late first. */
    public Mono<List<Job>> all() {
        return database.sql("select name, last_started_at, last_success_at, last_error from platform.job_runs")
                .map(row -> new Run(
                        Rows.get(row, "name", String.class),
                        row.get("last_started_at", Instant.class),
                        row.get("last_success_at", Instant.class),
                        row.get("last_error", String.class)))
                .all()
                .collectMap(Run::name)
                .map(this::described);
    }

    private List<Job> described(Map<String, Run> runs) {
        return jobs.stream()
                .map(job -> described(job, runs.getOrDefault(job.name(), new Run(job.name(), null, null, null))))
                .sorted(Comparator.comparing((Job job) -> !job.late()).thenComparing(Job::name))
                .toList();
    }

    private Job described(ScheduledJob job, Run run) {
        var patience = job.every().multipliedBy(MISSED_RUNS).plus(GRACE);
        var since = run.succeededAt();
        var late = since == null ? run.error() != null : since.plus(patience).isBefore(clock.instant());
        return new Job(job.name(), job.every().toSeconds(), run.startedAt(), since, run.error(), late);
    }
}
