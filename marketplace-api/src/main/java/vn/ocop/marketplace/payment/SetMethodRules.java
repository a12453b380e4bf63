package vn.ocop.marketplace.payment;

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
 * Keeps the rules of payment methods. None is ever changed, only ended, so that it can be seen what was in force; a new
 * one may count from today, and every copy of the application knows it within minutes.
 */
@Service
public class SetMethodRules {

    private final MethodRuleRepository rules;
    private final EligibleMethods methods;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SetMethodRules(
            MethodRuleRepository rules,
            EligibleMethods methods,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.rules = rules;
        this.methods = methods;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<List<MethodRule>> all(Caller caller) {
        mustRunThePlatform(caller);
        return rules.all().collectList();
    }

    public Mono<MethodRule> add(MethodRule rule, String key, Caller caller) {
        mustRunThePlatform(caller);
        mustNotBePast(rule.validFrom());
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, rule),
                        MethodRule.class,
                        () -> rules.add(rule, caller.id(), clock.instant())
                                .delayUntil(added -> noted("payment.method-rule-added", added.id(), caller)))
                .as(transaction::transactional)
                .delayUntil(added -> methods.load());
    }

    /** The last day it counts: yesterday at the earliest, which ends it now. */
    public Mono<MethodRule> end(UUID id, LocalDate lastDay, Caller caller) {
        mustRunThePlatform(caller);
        mustNotBePast(lastDay.plusDays(1));
        return rules.end(id, lastDay)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .delayUntil(ended -> noted("payment.method-rule-ended", id, caller))
                .as(transaction::transactional)
                .delayUntil(ended -> methods.load());
    }

    private void mustNotBePast(LocalDate day) {
        if (day.isBefore(BusinessTime.today(clock))) {
            throw new ProblemException(PaymentProblem.PAST);
        }
    }

    private Mono<Void> noted(String action, @Nullable UUID rule, Caller caller) {
        return audit.record(caller, Act.of(action, Act.Owner.platform()).on(String.valueOf(rule)));
    }

    private static void mustRunThePlatform(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
    }
}
