package vn.ocop.marketplace.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Notices;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Tells shops of their papers that run out in 180, 90 or 30 days, and of those that have. */
@Component
class WatchPapers implements ScheduledJob {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final PaperRepository papers;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final Clock clock;

    WatchPapers(PaperRepository papers, Notices notices, TransactionalOperator transaction, Clock clock) {
        this.papers = papers;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dossier.watch-papers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run() {
        return papers.reach(BusinessTime.today(clock))
                .collectList()
                .flatMapIterable(reached -> reached)
                .concatMap(this::tell)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> tell(PaperRepository.Reached reached) {
        var paper = reached.paper();
        var last = paper.validTo() == null ? LocalDate.MAX : paper.validTo();
        return notices.toOwners(
                Membership.Kind.SHOP,
                paper.shop().toString(),
                reached.daysBefore() == 0 ? "dossier.notice.ended" : "dossier.notice.ending",
                paper.title(),
                DAY.format(last));
    }
}
