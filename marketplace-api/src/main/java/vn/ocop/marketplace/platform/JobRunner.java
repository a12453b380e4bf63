package vn.ocop.marketplace.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the scheduled jobs. A row per job says who started it last, so copies do not all run it; the gauge
 * {@code job_seconds_since_success} is what an alarm watches.
 */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final DatabaseClient database;
    private final Clock clock;
    private final List<ScheduledJob> jobs;
    private final Map<String, Instant> successes = new ConcurrentHashMap<>();
    private @Nullable Disposable running;

    JobRunner(DatabaseClient database, Clock clock, List<ScheduledJob> jobs, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.jobs = jobs;
        var started = clock.instant();
        for (var job : jobs) {
            successes.put(job.name(), started);
            meters.gauge(
                    "job.seconds.since.success",
                    Tags.of("job", job.name()),
                    this,
                    runner -> runner.secondsSinceSuccess(job.name()));
        }
    }

    private double secondsSinceSuccess(String job) {
        return Duration.between(successes.getOrDefault(job, clock.instant()), clock.instant())
                        .toMillis()
                / 1000.0;
    }

    @Override
    public void start() {
        running = Flux.merge(jobs.stream().map(this::repeatedly).collect(Collectors.toList()))
                .subscribe();
    }

    private Flux<Void> repeatedly(ScheduledJob job) {
        return Mono.delay(job.every())
                .then(Mono.defer(() -> runIfDue(job)))
                .onErrorResume(failure -> failed(job, failure))
                .repeat();
    }

    private Mono<Void> runIfDue(ScheduledJob job) {
        return claim(job)
                .flatMap(due -> due ? job.run().then(Mono.defer(() -> succeeded(job))) : noteSuccessElsewhere(job));
    }

    /** Another copy's run counts: what matters is that the job runs somewhere. */
    private Mono<Void> noteSuccessElsewhere(ScheduledJob job) {
        return database.sql("select last_success_at from platform.job_runs where name = :name")
                .bind("name", job.name())
                .mapValue(Instant.class)
                .one()
                .doOnNext(at -> successes.put(job.name(), at))
                .then();
    }

    /** Half an interval of tolerance: timers of several copies drift against each other. */
    private Mono<Boolean> claim(ScheduledJob job) {
        var now = clock.instant();
        return database.sql("""
                insert into platform.job_runs as r (name, last_started_at)
                values (:name, :now)
                on conflict (name) do update set last_started_at = :now
                 where r.last_started_at is null or r.last_started_at <= :due
                """)
                .bind("name", job.name())
                .bind("now", now)
                .bind("due", now.minus(job.every().dividedBy(2)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> succeeded(ScheduledJob job) {
        var now = clock.instant();
        successes.put(job.name(), now);
        return database.sql("update platform.job_runs set last_success_at = :now, last_error = null where name = :name")
                .bind("now", now)
                .bind("name", job.name())
                .then();
    }

    private Mono<Void> failed(ScheduledJob job, Throwable failure) {
        LOG.warn("Job {} failed: {}", job.name(), failure.toString());
        return database.sql("update platform.job_runs set last_error = :error where name = :name")
                .bind("error", failure.toString())
                .bind("name", job.name())
                .then()
                .onErrorResume(alsoFailed -> Mono.empty());
    }

    @Override
    public void stop() {
        var active = running;
        if (active != null) {
            active.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
