package vn.ocop.marketplace.payment.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Every night adds the whole ledger up anew and compares it with what was closed before and with the documents of the
 * modules. It looks in more often than once a night, so that a restart cannot make it miss one. The gauge
 * {@code ledger_difference_dong} is what an alarm watches: it is zero or someone must look.
 */
@Component
class CloseLedgerDay implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(CloseLedgerDay.class);

    /** By then every transaction dated before midnight has committed or gone. */
    private static final Duration SETTLING = Duration.ofMinutes(30);

    private final CheckRepository checks;
    private final List<LedgerEvidence> evidence;
    private final Clock clock;
    private final AtomicLong difference;

    CloseLedgerDay(CheckRepository checks, List<LedgerEvidence> evidence, MeterRegistry meters, Clock clock) {
        this.checks = checks;
        this.evidence = evidence;
        this.clock = clock;
        this.difference = meters.gauge("ledger.difference.dong", new AtomicLong());
    }

    @Override
    public String name() {
        return "ledger.close-day";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Void> run() {
        var day = LocalDate.ofInstant(clock.instant().minus(SETTLING), BusinessTime.ZONE)
                .minusDays(1);
        return checks.closed(day)
                .filter(closed -> !closed)
                .flatMap(open -> checks.recompute(
                        day, day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant()))
                .flatMap(closing -> Flux.fromIterable(evidence)
                        .concatMap(LedgerEvidence::compare)
                        // Last: a day counts as closed only when all of it has been compared.
                        .concatWithValues(closing)
                        .collectList())
                .flatMap(this::report);
    }

    private Mono<Void> report(List<LedgerEvidence.Finding> findings) {
        var wrong = findings.stream()
                .filter(finding -> !finding.found().equals(finding.expected()))
                .toList();
        difference.set(wrong.stream()
                .mapToLong(finding ->
                        Math.abs(finding.found().minus(finding.expected()).dong()))
                .sum());
        wrong.forEach(finding -> LOG.error(
                "The ledger does not agree with {}: expected {}, found {}",
                finding.name(),
                finding.expected().dong(),
                finding.found().dong()));
        return checks.add(findings, clock.instant());
    }
}
