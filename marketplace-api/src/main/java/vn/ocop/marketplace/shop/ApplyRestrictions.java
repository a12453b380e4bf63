package vn.ocop.marketplace.shop;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ScheduledJob;

/** Suspends shops whose notice has run. */
@Component
class ApplyRestrictions implements ScheduledJob {

    private static final int AT_ONCE = 50;

    private final ShopFileRepository files;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    ApplyRestrictions(ShopFileRepository files, Outbox outbox, AuditLog audit, TransactionalOperator transaction) {
        this.files = files;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "shop.apply-restrictions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Void> run() {
        return files.dueRestrictions(AT_ONCE)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::suspend)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> suspend(UUID id) {
        return files.find(id)
                .filter(shop -> shop.status() == Shop.Status.OPEN)
                .flatMap(shop -> files.move(new ShopFileRepository.Move(
                                shop, Shop.Status.SUSPENDED, "suspended", reason(shop), null))
                        .then(outbox.append(ShopChanged.TYPE, id, new ShopChanged(id)))
                        .then(audit.recordOwnDoing(Act.of("shop.suspended", Act.Owner.shop(id))
                                .in(shop.provinceCode())
                                .on(id)
                                .because(reason(shop)))));
    }

    private static String reason(ShopFile shop) {
        return shop.restriction() == null ? "" : shop.restriction().reason();
    }
}
