package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Keeps the deadlines of returns: new ones begin tomorrow at the earliest and none is ever changed, only ended, and
 * only when another says how long the step may take. What was sold keeps the deadlines of its day.
 */
@Service
public class SetDeadlines {

    private final DeadlineRepository rules;
    private final Deadlines deadlines;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SetDeadlines(
            DeadlineRepository rules,
            Deadlines deadlines,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<List<DeadlineRule>> all(Caller caller) {
        mustRunThePlatform(caller);
        return rules.all().collectList();
    }

    public Mono<DeadlineRule> add(DeadlineRule rule, String key, Caller caller) {
        mustRunThePlatform(caller);
        if (!rule.validFrom().isAfter(BusinessTime.today(clock))) {
            return Mono.error(() -> new ProblemException(OrderProblem.DEADLINE_IN_THE_PAST));
        }
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, rule),
                        DeadlineRule.class,
                        () -> rules.add(rule).delayUntil(added -> noted("order.deadline-added", added.id(), caller)))
                .as(transaction::transactional)
                .delayUntil(added -> deadlines.load());
    }

    /** The last day it counts: today or later. */
    public Mono<DeadlineRule> end(UUID id, LocalDate lastDay, Caller caller) {
        mustRunThePlatform(caller);
        if (lastDay.isBefore(BusinessTime.today(clock))) {
            return Mono.error(() -> new ProblemException(OrderProblem.DEADLINE_IN_THE_PAST));
        }
        return rules.end(id, lastDay)
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.ONLY_DEADLINE)))
                .delayUntil(ended -> noted("order.deadline-ended", id, caller))
                .as(transaction::transactional)
                .delayUntil(ended -> deadlines.load());
    }

    private Mono<Void> noted(String action, @Nullable UUID rule, Caller caller) {
        return audit.record(caller, Act.of(action, Act.Owner.platform()).on(String.valueOf(rule)));
    }

    private static void mustRunThePlatform(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", OrderProblem.NOT_FOUND);
    }
}
