package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.payout.Accounts;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ReferenceData;

/**
 * Says which way the money of a sale goes, from rules kept in memory: an order asks no table for them. A rule counts
 * from a day to come, so that every copy of the application knows it by then.
 */
@Component
public class Settlements implements ReferenceData {

    private final SettlementRuleRepository rules;
    private final Accounts accounts;
    private final Clock clock;
    private final AtomicReference<List<SettlementRule>> kept = new AtomicReference<>(List.of());

    Settlements(SettlementRuleRepository rules, Accounts accounts, Clock clock) {
        this.rules = rules;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether buyers of this shop pay it itself. */
    public boolean direct(UUID shop, PaymentMethod method) {
        return direct(kept.get(), shop, method, BusinessTime.today(clock));
    }

    /** Whether there is such a shop among them. */
    public boolean anyDirect(Collection<UUID> shops, PaymentMethod method) {
        return shops.stream().anyMatch(shop -> direct(shop, method));
    }

    /** The newest first, as they are kept: the first that has begun counts. */
    static boolean direct(List<SettlementRule> rules, UUID shop, PaymentMethod method, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.shop().equals(shop)
                        && rule.method() == method
                        && !rule.validFrom().isAfter(day))
                .findFirst()
                .filter(rule -> rule.way() == SettlementRule.Way.DIRECT)
                .isPresent();
    }

    /** Why a transfer does not fit these shops: a key of the message bundles; empty where it does. */
    public Mono<String> transferRefused(Collection<UUID> shops) {
        if (!anyDirect(shops, PaymentMethod.BANK_TRANSFER)) {
            return Mono.empty();
        }
        // One code is one transfer into one account.
        return shops.size() > 1
                ? Mono.just("checkout.transfer-one-shop")
                : accounts.usable(shops.iterator().next())
                        .map(account -> "")
                        .defaultIfEmpty("checkout.shop-without-account")
                        .filter(reason -> !reason.isEmpty());
    }

    @Override
    public Mono<Void> load() {
        return rules.all().collectList().doOnNext(kept::set).then();
    }
}
