package vn.ocop.marketplace.payment.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** The provisions of one day, and what they mean for goods and prices. Of two of a kind the later counts. */
public record PromotionLaw(List<LegalRule> rules, LocalDate day) {

    public PromotionLaw {
        rules = rules.stream()
                .filter(rule -> rule.inForce(day))
                .sorted(Comparator.comparing(LegalRule::validFrom).reversed())
                .toList();
    }

    /**
     * Goods as the law looks at them.
     *
     * @param before the price immediately before
     * @param lowest the lowest of the days that count
     * @param discountedDays on how many days of the year they have been or are going to be discounted
     */
    public record Goods(List<String> categories, Vnd before, Vnd lowest, int discountedDays) {}

    /** A provision that stands against an offer; with it the least price that would do, where there is one. */
    public record Objection(LegalRule rule, @Nullable Vnd leastPrice) {}

    /** What may not be promoted at all, nor given. */
    public Optional<LegalRule> barred(Collection<String> categories) {
        return of(LegalRule.Kind.BARRED)
                .filter(rule -> categories.contains(rule.category()))
                .findFirst();
    }

    private Stream<LegalRule> of(LegalRule.Kind kind) {
        return rules.stream().filter(rule -> rule.rule() == kind);
    }

    /** The most that may be off, with the provision; nothing where the goods are exempt or nothing is provided. */
    public Optional<LegalRule> cap(Collection<String> categories, boolean concentrated) {
        if (of(LegalRule.Kind.EXEMPT).anyMatch(rule -> categories.contains(rule.category()))) {
            return Optional.empty();
        }
        return of(concentrated ? LegalRule.Kind.MAX_DISCOUNT_CONCENTRATED_BP : LegalRule.Kind.MAX_DISCOUNT_BP)
                .findFirst();
    }

    /** How far back the lowest price is looked for. */
    public int lowestPriceDays() {
        return of(LegalRule.Kind.LOWEST_PRICE_DAYS)
                .findFirst()
                .map(rule -> (int) rule.value())
                .orElse(0);
    }

    /** The least price goods may be offered at: measured against the lower of the price before and the lowest. */
    public Vnd leastPrice(Goods goods, boolean concentrated) {
        return cap(goods.categories(), concentrated)
                .map(rule -> {
                    var base = goods.before().min(goods.lowest());
                    return base.minus(Vnd.of(base.dong() * rule.value() / 10_000));
                })
                .orElse(Vnd.ZERO);
    }

    /** What stands against goods being offered at a price. */
    public Optional<Objection> objection(Goods goods, Vnd price, boolean concentrated) {
        var barred = barred(goods.categories());
        if (barred.isPresent()) {
            return barred.map(rule -> new Objection(rule, null));
        }
        var least = leastPrice(goods, concentrated);
        if (price.compareTo(least) < 0) {
            return cap(goods.categories(), concentrated).map(rule -> new Objection(rule, least));
        }
        return concentrated
                ? Optional.empty()
                : of(LegalRule.Kind.MAX_DAYS_A_YEAR)
                        .filter(rule -> goods.discountedDays() > rule.value())
                        .findFirst()
                        .map(rule -> new Objection(rule, null));
    }

    /** The same for an offer that names no goods, by its percentage alone. */
    public Optional<Objection> objection(long basisPoints, boolean concentrated) {
        return cap(List.of(), concentrated)
                .filter(rule -> basisPoints > rule.value())
                .map(rule -> new Objection(rule, null));
    }
}
