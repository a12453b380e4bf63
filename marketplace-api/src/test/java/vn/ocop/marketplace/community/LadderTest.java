package vn.ocop.marketplace.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final UUID TEAM = new UUID(1, 1);
    private static final UUID SHOP = new UUID(2, 1);
    private static final UUID OTHER_SHOP = new UUID(2, 2);

    private static Credit credit(int person) {
        return new Credit(new UUID(3, person), TEAM, Credit.Way.MANDATE, Instant.EPOCH);
    }

    private static Household household(Set<UUID> shops, Map<Rung, Set<UUID>> reached) {
        return Household.of(credit(1), shops, Map.of(SHOP, "Hộ bà Mai", OTHER_SHOP, "Hộ ông Ba"), reached);
    }

    @Test
    void whoHasNoOpenShopHasAnAccount() {
        assertThat(household(Set.of(), Map.of()).rung()).isEqualTo(Rung.ACCOUNT);
        var waiting = household(Set.of(SHOP), Map.of());
        assertThat(waiting.rung()).isEqualTo(Rung.ACCOUNT);
        assertThat(waiting.shopName()).isEqualTo("Hộ bà Mai");
    }

    @Test
    void theBestShopCounts() {
        var reached = Map.of(Rung.SHOP, Set.of(SHOP, OTHER_SHOP), Rung.FIRST_ORDER, Set.of(OTHER_SHOP));
        var household = household(Set.of(SHOP, OTHER_SHOP), reached);
        assertThat(household.rung()).isEqualTo(Rung.FIRST_ORDER);
        assertThat(household.shop()).isEqualTo(OTHER_SHOP);
    }

    @Test
    void everyRungBelowHasBeenPassed() {
        var households = List.of(
                household(Set.of(), Map.of()),
                household(Set.of(SHOP), Map.of(Rung.SHOP, Set.of(SHOP))),
                household(Set.of(SHOP), Map.of(Rung.FIRST_PAYOUT, Set.of(SHOP))));
        var expected = new EnumMap<Rung, Integer>(Map.of(
                Rung.ACCOUNT, 3,
                Rung.SHOP, 2,
                Rung.FIRST_PRODUCT, 1,
                Rung.FIRST_ORDER, 1,
                Rung.FIRST_PAYOUT, 1));
        assertThat(Ladder.of(households, 4)).isEqualTo(new Ladder(expected, 4));
    }

    @Test
    void codesAreTakenAsTheyAreTyped() {
        assertThat(Teams.normal(" k7f 3qz ")).isEqualTo("K7F3QZ");
        assertThat(new TeamCodes().next()).matches("[2-9A-HJKMNP-TV-Z]{6}");
    }
}
