package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Vnd;

class MethodRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final UUID SHOP = UUID.randomUUID();

    private static MethodRule rule(
            @Nullable Long over, @Nullable String province, @Nullable UUID shop, @Nullable Integer fewer) {
        return new MethodRule(
                UUID.randomUUID(),
                PaymentMethod.CARD,
                over == null ? null : Vnd.of(over),
                province,
                shop,
                fewer,
                DAY,
                DAY.plusDays(1),
                "thử");
    }

    private static EligibleMethods.Purchase purchase(long amount, String province) {
        return new EligibleMethods.Purchase(UUID.randomUUID(), Vnd.of(amount), province, Set.of(SHOP));
    }

    @Test
    void countsFromItsFirstDayToItsLast() {
        var rule = rule(null, null, null, null);
        assertThat(rule.inForce(DAY.minusDays(1))).isFalse();
        assertThat(rule.inForce(DAY)).isTrue();
        assertThat(rule.inForce(DAY.plusDays(1))).isTrue();
        assertThat(rule.inForce(DAY.plusDays(2))).isFalse();
    }

    @Test
    void oneThatSaysNothingTurnsTheMethodOff() {
        assertThat(rule(null, null, null, null).meets(purchase(1, "44"))).isTrue();
        assertThat(rule(null, null, null, null).reason()).isEqualTo("payment.method-off");
    }

    @Test
    void meetsOnlyMoreThanItsAmount() {
        var rule = rule(5_000_000L, null, null, null);
        assertThat(rule.meets(purchase(5_000_000, "44"))).isFalse();
        assertThat(rule.meets(purchase(5_000_001, "44"))).isTrue();
        assertThat(rule.reason()).isEqualTo("payment.method-too-much");
    }

    @Test
    void allThatItSaysMustHold() {
        var rule = rule(100L, "44", SHOP, null);
        assertThat(rule.meets(purchase(101, "44"))).isTrue();
        assertThat(rule.meets(purchase(100, "44"))).isFalse();
        assertThat(rule.meets(purchase(101, "01"))).isFalse();
        assertThat(rule(100L, "44", UUID.randomUUID(), null).meets(purchase(101, "44")))
                .isFalse();
    }

    @Test
    void historyCountsUntilThereIsEnoughOfIt() {
        var rule = rule(null, null, null, 2);
        assertThat(rule.meets(1)).isTrue();
        assertThat(rule.meets(2)).isFalse();
        assertThat(rule(null, null, null, null).meets(99)).isTrue();
        assertThat(rule.reason()).isEqualTo("payment.method-needs-history");
    }
}
