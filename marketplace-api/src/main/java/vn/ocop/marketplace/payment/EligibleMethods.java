package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ReferenceData;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Says which ways to pay the rules keep from a purchase. The rules are kept in memory; a buyer's history is asked for
 * only where a rule that fits the purchase otherwise looks at it.
 */
@Component
public class EligibleMethods implements ReferenceData {

    private final MethodRuleRepository rules;
    private final Clock clock;
    private final AtomicReference<List<MethodRule>> kept = new AtomicReference<>(List.of());

    EligibleMethods(MethodRuleRepository rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What rules look at. */
    public record Purchase(UUID buyer, Vnd amount, String province, Set<UUID> shops) {

        public Purchase {
            shops = Set.copyOf(shops);
        }
    }

    /** The methods that are not for it, each with a key of the message bundles that says why. */
    public Mono<Map<PaymentMethod, String>> refused(Purchase purchase) {
        var day = BusinessTime.today(clock);
        var met = kept.get().stream()
                .filter(rule -> rule.inForce(day) && rule.meets(purchase))
                .toList();
        return met.stream().anyMatch(MethodRule::looksAtHistory)
                ? rules.paidBefore(purchase.buyer()).map(paid -> reasons(met, paid))
                : Mono.just(reasons(met, 0));
    }

    private static Map<PaymentMethod, String> reasons(List<MethodRule> met, long paidBefore) {
        var reasons = new EnumMap<PaymentMethod, String>(PaymentMethod.class);
        met.stream()
                .filter(rule -> rule.meets(paidBefore))
                .forEach(rule -> reasons.putIfAbsent(rule.method(), rule.reason()));
        return reasons;
    }

    @Override
    public Mono<Void> load() {
        return rules.all().collectList().doOnNext(kept::set).then();
    }
}
