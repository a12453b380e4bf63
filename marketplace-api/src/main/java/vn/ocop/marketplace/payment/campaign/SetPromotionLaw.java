package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;

/** Keeps the provisions on promotions: new ones begin tomorrow at the earliest and none is changed, only ended. */
@Service
public class SetPromotionLaw {

    private final LegalRuleRepository rules;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SetPromotionLaw(
            LegalRuleRepository rules,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.rules = rules;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<List<LegalRule>> all(Caller caller) {
        OrganiserDesk.mustRun("*", caller);
        return rules.all().collectList();
    }

    public Mono<LegalRule> add(LegalRule rule, String key, Caller caller) {
        OrganiserDesk.mustRun("*", caller);
        if (!rule.validFrom().isAfter(BusinessTime.today(clock))) {
            return Mono.error(new ProblemException(CampaignProblem.RULE_IN_THE_PAST));
        }
        return idempotency
                .once(
                        new Idempotency.Request(caller.id(), key, rule),
                        LegalRule.class,
                        () -> rules.add(rule, caller.id(), clock.instant())
                                .delayUntil(added -> audit.record(
                                        caller,
                                        Act.of("campaign.rule-added", Act.Owner.platform())
                                                .on(String.valueOf(added.id())))))
                .as(transaction::transactional);
    }

    /** The last day it counts: today or later. */
    public Mono<LegalRule> end(UUID id, LocalDate lastDay, Caller caller) {
        OrganiserDesk.mustRun("*", caller);
        if (lastDay.isBefore(BusinessTime.today(clock))) {
            return Mono.error(new ProblemException(CampaignProblem.RULE_IN_THE_PAST));
        }
        return rules.end(id, lastDay)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .delayUntil(ended -> audit.record(
                        caller,
                        Act.of("campaign.rule-ended", Act.Owner.platform()).on(id)))
                .as(transaction::transactional);
    }
}
