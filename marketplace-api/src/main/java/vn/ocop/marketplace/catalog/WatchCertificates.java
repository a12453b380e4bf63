package vn.ocop.marketplace.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Notices;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Tells shops of their certificates that end in 180, 90 or 30 days, and soon after midnight of those that have run out.
 * Readers compute the stars from the dates, so none shows too long; this tidies the index.
 */
@Component
class WatchCertificates implements ScheduledJob {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final CertificateRepository certificates;
    private final Outbox outbox;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WatchCertificates(
            CertificateRepository certificates,
            Outbox outbox,
            Notices notices,
            TransactionalOperator transaction,
            Clock clock) {
        this.certificates = certificates;
        this.outbox = outbox;
        this.notices = notices;
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
                .collectList()
                .flatMapIterable(CertificateMark::nearest)
                .concatMap(this::note)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> note(CertificateMark mark) {
        var told = certificates.find(mark.certificateId()).flatMap(certificate -> remind(certificate, mark));
        return mark.hasRunOut()
                ? outbox.append(
                                CertificateChanged.TYPE,
                                mark.certificateId(),
                                new CertificateChanged(mark.certificateId()))
                        .then(told)
                : told;
    }

    private Mono<Void> remind(Certificate certificate, CertificateMark mark) {
        return notices.toOwners(
                Membership.Kind.SHOP,
                certificate.shopId().toString(),
                mark.hasRunOut() ? "certificate.notice.ended" : "certificate.notice.ending",
                certificate.claim().productName(),
                String.valueOf(certificate.daysLeft(BusinessTime.today(clock))),
                DAY.format(certificate.endsOn()));
    }
}
