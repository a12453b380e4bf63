package vn.ocop.marketplace.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;

class SaleTermsTest {

    private static final UUID SHOP = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final TaxRate HOUSEHOLD_GOODS = rate(TaxRate.Seller.RESIDENT, TaxRate.Activity.GOODS, 100, 50);

    private static CommissionRule rule(
            int place, @Nullable String category, @Nullable UUID shop, int percentBp, long fixed, @Nullable Long cap) {
        return new CommissionRule(
                UUID.randomUUID(),
                place,
                category,
                shop,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                percentBp,
                Vnd.of(fixed),
                cap == null ? null : Vnd.of(cap),
                1_000,
                "");
    }

    private static TaxRate rate(TaxRate.Seller seller, TaxRate.Activity activity, int vat, int pit) {
        return new TaxRate(
                UUID.randomUUID(),
                seller,
                activity,
                vat,
                pit,
                LocalDate.parse("2026-07-01"),
                null,
                "Nghị định 252/2026",
                TaxRate.Certainty.SECONDARY_SOURCE);
    }

    private static SaleTerms terms(CommissionRule... rules) {
        return new SaleTerms(
                List.of(rules),
                List.of(HOUSEHOLD_GOODS, rate(TaxRate.Seller.RESIDENT, TaxRate.Activity.SERVICES, 500, 200)),
                Map.of("s26", TaxRate.Activity.SERVICES));
    }

    private static Vnd commission(List<LineCharges> charges) {
        return Vnd.sum(charges.stream().map(LineCharges::commission).toList());
    }

    @Test
    void theFirstRuleThatFitsCounts() {
        var forShop = rule(10, null, SHOP, 0, 0, null);
        var forCategory = rule(20, "s13", null, 200, 0, null);
        var general = rule(30, null, null, 500, 0, null);
        var terms = terms(forShop, forCategory, general);
        var lines = List.of(new SoldLine("s13", Vnd.of(100_000)), new SoldLine("s4", Vnd.of(100_000)));

        assertThat(commission(terms.charges(SHOP, Shop.LegalKind.COMPANY, lines, DAY)))
                .isEqualTo(Vnd.ZERO);
        assertThat(terms.charges(UUID.randomUUID(), Shop.LegalKind.COMPANY, lines, DAY))
                .extracting(LineCharges::commission)
                .containsExactly(Vnd.of(2_000), Vnd.of(5_000));
        assertThat(commission(terms.charges(SHOP, Shop.LegalKind.COMPANY, lines, DAY.plusYears(1))))
                .isEqualTo(Vnd.ZERO);
    }

    @Test
    void aCapAndAFixedFeeCountOncePerOrder() {
        var lines = List.of(new SoldLine("s13", Vnd.of(1_000_000)), new SoldLine("s4", Vnd.of(2_000_000)));

        assertThat(terms(rule(1, null, null, 500, 0, 100_000L)).charges(SHOP, Shop.LegalKind.COMPANY, lines, DAY))
                .extracting(LineCharges::commission)
                .containsExactly(Vnd.of(33_333), Vnd.of(66_667));
        assertThat(commission(
                        terms(rule(1, null, null, 0, 3_000, null)).charges(SHOP, Shop.LegalKind.COMPANY, lines, DAY)))
                .isEqualTo(Vnd.of(3_000));
    }

    @Test
    void householdsAreWithheldByActivityAndOrganisationsAreNot() {
        var lines = List.of(new SoldLine("s13", Vnd.of(95_000)), new SoldLine("s26", Vnd.of(95_050)));

        assertThat(terms().charges(SHOP, Shop.LegalKind.HOUSEHOLD, lines, DAY))
                .extracting(LineCharges::taxVat, LineCharges::taxPit)
                .containsExactly(tuple(Vnd.of(950), Vnd.of(475)), tuple(Vnd.of(4_753), Vnd.of(1_901)));
        assertThat(terms().charges(SHOP, Shop.LegalKind.COOPERATIVE, lines, DAY))
                .containsOnly(LineCharges.NONE);
    }

    @Test
    void theDueDayIsTheTwentiethOrTheMondayAfter() {
        var november = new TaxDeclaration(YearMonth.parse("2026-11"), Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, null, null);

        assertThat(november.dueOn()).isEqualTo(LocalDate.parse("2026-12-21"));
    }

    @Provide
    Arbitrary<List<SoldLine>> lines() {
        return Combinators.combine(
                        Arbitraries.of("s13", "s4", "s26"), Arbitraries.longs().between(0, 3_000_000_000L))
                .as((category, amount) -> new SoldLine(category, Vnd.of(amount)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void chargesAddUpAndNeverExceedTheSale(
            @ForAll("lines") List<SoldLine> lines,
            @ForAll @IntRange(max = 5_000) int percentBp,
            @ForAll @LongRange(max = 1_000_000) long fixed) {
        var rule = rule(1, null, null, percentBp, fixed, null);
        var sold = Vnd.sum(lines.stream().map(SoldLine::amount).toList());

        var charges = terms(rule).charges(SHOP, Shop.LegalKind.HOUSEHOLD, lines, DAY);

        var fee = rule.fee(sold);
        assertThat(commission(charges)).isEqualTo(fee);
        assertThat(Vnd.sum(charges.stream().map(LineCharges::commissionVat).toList()))
                .isEqualTo(fee.basisPoints(1_000));
        assertThat(Vnd.sum(charges.stream().map(LineCharges::total).toList())).isLessThanOrEqualTo(sold);
        assertThat(IntStream.range(0, lines.size())
                        .allMatch(i -> charges.get(i).commission().dong() >= 0))
                .isTrue();
    }
}
