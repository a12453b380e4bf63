package vn.ocop.marketplace.catalog;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Notes the certificates that end in 180, 90 or 30 days, and soon after midnight those that have run out. Readers
 * compute the stars from the dates, so none shows too long; this tidies the index.
 */
@Component
class WatchCertificates implements ScheduledJob {

    private final CertificateRepository certificates;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WatchCertificates(
            CertificateRepository certificates, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.certificates = certificates;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalog.watch-certificates";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Mono<Void> run() {
        return certificates
                .reach(BusinessTime.today(clock))
                .filter(CertificateMark::hasRunOut)
                .collectList()
                .flatMapIterable(marks -> marks)
                .concatMap(mark -> outbox.append(
                        CertificateChanged.TYPE, mark.certificateId(), new CertificateChanged(mark.certificateId())))
                .then()
                .as(transaction::transactional);
    }
}
