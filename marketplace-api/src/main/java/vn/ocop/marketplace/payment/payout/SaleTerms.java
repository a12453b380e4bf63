package vn.ocop.marketplace.payment.payout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;

/**
 * The rules and rates as they stand, and what they mean for one order. Of two that fit, the earlier place counts, then
 * the one from the later day.
 */
record SaleTerms(List<CommissionRule> rules, List<TaxRate> rates, Map<String, TaxRate.Activity> activities) {

    static final SaleTerms NONE = new SaleTerms(List.of(), List.of(), Map.of());

    SaleTerms {
        rules = List.copyOf(rules);
        rates = List.copyOf(rates);
        activities = Map.copyOf(activities);
    }

    /** What is charged on each line, in the order of the lines. */
    List<LineCharges> charges(UUID shop, Shop.LegalKind kind, List<SoldLine> lines, LocalDate day) {
        var charges = new ArrayList<LineCharges>(lines.stream()
                .map(line -> LineCharges.NONE.withTax(rate(kind, line, day), line.amount()))
                .toList());
        byRule(shop, lines, day).forEach((rule, positions) -> charge(rule, positions, lines, charges));
        return List.copyOf(charges);
    }

    private Map<CommissionRule, List<Integer>> byRule(UUID shop, List<SoldLine> lines, LocalDate day) {
        var byRule = new LinkedHashMap<CommissionRule, List<Integer>>();
        for (int i = 0; i < lines.size(); i++) {
            var category = lines.get(i).category();
            int position = i;
            rules.stream()
                    .filter(rule -> rule.fits(shop, category, day))
                    .findFirst()
                    .ifPresent(rule -> byRule.computeIfAbsent(rule, first -> new ArrayList<>())
                            .add(position));
        }
        return byRule;
    }

    /** A rule is applied to all its lines of the order together and shared out, so that a cap or a fee counts once. */
    private static void charge(
            CommissionRule rule, List<Integer> positions, List<SoldLine> lines, List<LineCharges> charges) {
        var amounts =
                positions.stream().map(position -> lines.get(position).amount()).toList();
        var fee = rule.fee(Vnd.sum(amounts));
        var fees = fee.split(amounts);
        var taxes = fee.basisPoints(rule.vatBp()).split(fees);
        for (int i = 0; i < positions.size(); i++) {
            int position = positions.get(i);
            charges.set(position, charges.get(position).withCommission(fees.get(i), taxes.get(i), rule.id()));
        }
    }

    private @Nullable TaxRate rate(Shop.LegalKind kind, SoldLine line, LocalDate day) {
        var seller = TaxRate.Seller.of(kind);
        var activity = activities.getOrDefault(line.category(), TaxRate.Activity.GOODS);
        return rates.stream()
                .filter(rate -> rate.fits(seller, activity, day))
                .findFirst()
                .orElse(null);
    }
}
