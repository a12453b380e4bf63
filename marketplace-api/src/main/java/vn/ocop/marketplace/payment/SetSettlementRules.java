package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * Keeps which way shops' money goes. None is ever changed or ended, only followed by another, so that it can be seen
 * what was in force; it counts from tomorrow at the earliest, when every copy of the application knows it.
 */
@Service
public class SetSettlementRules {

    private final SettlementRuleRepository rules;
    private final Settlements settlements;
    private final ShopDirectory shops;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SetSettlementRules(
            SettlementRuleRepository rules,
            Settlements settlements,
            ShopDirectory shops,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.rules = rules;
        this.settlements = settlements;
        this.shops = shops;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A rule as somebody asks for it.
     *
     * @param shop its id, or what its page is called
     */
    public record Wanted(String shop, PaymentMethod method, SettlementRule.Way way, LocalDate validFrom, String note) {

        private static final UUID UNSAVED = new UUID(0, 0);

        SettlementRule of(UUID known) {
            return new SettlementRule(UNSAVED, known, method, way, validFrom, note);
        }
    }

    /** A rule with the name of its shop. */
    public record Named(SettlementRule rule, String shopName) {}

    /** The newest first. */
    public Mono<List<Named>> all(Caller caller) {
        mustRunThePlatform(caller);
        return rules.all()
                .collectList()
                .flatMap(kept -> shops.findAll(kept.stream()
                                .map(SettlementRule::shop)
                                .distinct()
                                .toList())
                        .map(known ->
                                kept.stream().map(rule -> named(rule, known)).toList()));
    }

    private static Named named(SettlementRule rule, Map<UUID, Shop> known) {
        var shop = known.get(rule.shop());
        return new Named(rule, shop == null ? "" : shop.name());
    }

    public Mono<Named> add(Wanted wanted, String key, Caller caller) {
        mustRunThePlatform(caller);
        if (wanted.method() != PaymentMethod.BANK_TRANSFER) {
            return Mono.error(new ProblemException(PaymentProblem.ONLY_COLLECTED));
        }
        if (!wanted.validFrom().isAfter(BusinessTime.today(clock))) {
            return Mono.error(new ProblemException(PaymentProblem.FROM_TOMORROW));
        }
        return shops.find(wanted.shop())
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NO_SHOP)))
                .flatMap(shop -> add(wanted.of(shop.id()), key, caller).map(added -> new Named(added, shop.name())));
    }

    private Mono<SettlementRule> add(SettlementRule rule, String key, Caller caller) {
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
