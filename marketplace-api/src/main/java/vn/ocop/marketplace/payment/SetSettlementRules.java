package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.List;
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
 * Keeps which way shops' money goes. None is ever changed or ended, only followed by another, so that it can be seen
 * what was in force; it counts from tomorrow at the earliest, when every copy of the application knows it.
 */
@Service
public class SetSettlementRules {

    private final SettlementRuleRepository rules;
    private final Settlements settlements;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SetSettlementRules(
            SettlementRuleRepository rules,
            Settlements settlements,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.rules = rules;
        this.settlements = settlements;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<List<SettlementRule>> all(Caller caller) {
        mustRunThePlatform(caller);
        return rules.all().collectList();
    }

    public Mono<SettlementRule> add(SettlementRule rule, String key, Caller caller) {
        mustRunThePlatform(caller);
        if (rule.method() != PaymentMethod.BANK_TRANSFER) {
            return Mono.error(new ProblemException(PaymentProblem.ONLY_COLLECTED));
        }
        if (!rule.validFrom().isAfter(BusinessTime.today(clock))) {
            return Mono.error(new ProblemException(PaymentProblem.PAST));
        }
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, rule),
                        SettlementRule.class,
                        () -> rules.add(rule, caller.id(), clock.instant())
                                .delayUntil(added -> audit.record(
                                        caller,
                                        Act.of("payment.settlement-set", Act.Owner.shop(rule.shop()))
                                                .on(rule.shop())
                                                .because(rule.note()))))
                .as(transaction::transactional)
                .delayUntil(added -> settlements.load());
    }

    private static void mustRunThePlatform(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
    }
}
