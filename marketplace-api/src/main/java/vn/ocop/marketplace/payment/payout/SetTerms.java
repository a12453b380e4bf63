package vn.ocop.marketplace.payment.payout;

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
 * Keeps rules and rates: new ones begin tomorrow at the earliest and none is ever changed, only ended, so that what was
 * in force on a day in the past never changes.
 */
@Service
public class SetTerms {

    private final TermsRepository terms;
    private final Charging charging;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SetTerms(
            TermsRepository terms,
            Charging charging,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.terms = terms;
        this.charging = charging;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<List<CommissionRule>> rules(Caller caller) {
        mustRunThePlatform(caller);
        return terms.rules().collectList();
    }

    public Mono<List<TaxRate>> rates(Caller caller) {
        mustRunThePlatform(caller);
        return terms.rates().collectList();
    }

    public Mono<CommissionRule> add(CommissionRule rule, String key, Caller caller) {
        mustRunThePlatform(caller);
        mustLieAhead(rule.validFrom());
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, rule),
                        CommissionRule.class,
                        () -> terms.add(rule, caller.id(), clock.instant())
                                .delayUntil(added -> noted("payout.commission-rule-added", added.id(), caller)))
                .as(transaction::transactional)
                .delayUntil(added -> charging.load());
    }

    public Mono<TaxRate> add(TaxRate rate, String key, Caller caller) {
        mustRunThePlatform(caller);
        mustLieAhead(rate.validFrom());
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, rate),
                        TaxRate.class,
                        () -> terms.add(rate, caller.id(), clock.instant())
                                .delayUntil(added -> noted("payout.tax-rate-added", added.id(), caller)))
                .as(transaction::transactional)
                .delayUntil(added -> charging.load());
    }

    /** The last day it counts: today or later. */
    public Mono<CommissionRule> endRule(UUID id, LocalDate lastDay, Caller caller) {
        mustRunThePlatform(caller);
        mustNotBePast(lastDay);
        return terms.endRule(id, lastDay)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .delayUntil(ended -> noted("payout.commission-rule-ended", id, caller))
                .as(transaction::transactional)
                .delayUntil(ended -> charging.load());
    }

    public Mono<TaxRate> endRate(UUID id, LocalDate lastDay, Caller caller) {
        mustRunThePlatform(caller);
        mustNotBePast(lastDay);
        return terms.endRate(id, lastDay)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .delayUntil(ended -> noted("payout.tax-rate-ended", id, caller))
                .as(transaction::transactional)
                .delayUntil(ended -> charging.load());
    }

    private void mustLieAhead(LocalDate day) {
        if (!day.isAfter(BusinessTime.today(clock))) {
            throw new ProblemException(PayoutProblem.PAST);
        }
    }

    private void mustNotBePast(LocalDate day) {
        if (day.isBefore(BusinessTime.today(clock))) {
            throw new ProblemException(PayoutProblem.PAST);
        }
    }

    private Mono<Void> noted(String action, @Nullable UUID rule, Caller caller) {
        return audit.record(caller, Act.of(action, Act.Owner.platform()).on(String.valueOf(rule)));
    }

    private static void mustRunThePlatform(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PayoutProblem.NOT_FOUND);
    }
}
