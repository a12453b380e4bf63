package vn.ocop.marketplace.community;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of those a team brought to sell, and how far it has got.
 *
 * @param shop the one that has got furthest
 */
public record Household(
        UUID person, @Nullable UUID shop, @Nullable String shopName, Rung rung, Instant since) {

    /** The household stands where the best of its shops stands; without one it has an account. */
    static Household of(Credit credit, Set<UUID> shops, Map<UUID, String> names, Map<Rung, Set<UUID>> reached) {
        for (var rung : List.of(Rung.FIRST_PAYOUT, Rung.FIRST_ORDER, Rung.FIRST_PRODUCT, Rung.SHOP)) {
            var there = shops.stream()
                    .filter(reached.getOrDefault(rung, Set.of())::contains)
                    .sorted()
                    .findFirst();
            if (there.isPresent()) {
                var shop = there.orElseThrow();
                return new Household(credit.person(), shop, names.get(shop), rung, credit.at());
            }
        }
        var waiting = shops.stream().sorted().findFirst().orElse(null);
        return new Household(
                credit.person(), waiting, waiting == null ? null : names.get(waiting), Rung.ACCOUNT, credit.at());
    }
}
