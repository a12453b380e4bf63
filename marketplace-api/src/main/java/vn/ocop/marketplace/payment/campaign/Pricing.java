package vn.ocop.marketplace.payment.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.ocop.marketplace.platform.Vnd;

/**
 * The one function that says what offers make of a basket: the same for a listing's page, a card, the cart, the quote
 * and the order.
 *
 * <p>Stacking: of each line the best ITEM offer, of each shop the best voucher on what is left, then the best voucher
 * of the platform, of each delivery the best SHIPPING offer; an exclusive offer instead of all others where that is
 * better. Each step leaves no part dearer when what it starts from is cheaper, so a better offer never raises a price.
 * Minimum spends are measured at list prices, so that one offer cannot take another's ground away.
 */
public final class Pricing {

    private Pricing() {}

    static final Comparator<Offer> FIRST_OF_EQUALS =
            Comparator.comparingInt(Offer::priority).reversed().thenComparing(Offer::id);

    public static Priced price(Basket basket, Shopper shopper, Collection<Offer> offers, Instant now) {
        return price(basket, shopper, offers, Availability.UNLIMITED, now);
    }

    static Priced price(Basket basket, Shopper shopper, Collection<Offer> offers, Availability left, Instant now) {
        if (offers.isEmpty()) {
            return Priced.NOTHING;
        }
        var notApplied = new ArrayList<Priced.NotApplied>();
        var candidates = new ArrayList<Offer>();
        for (var offer : offers) {
            if (offer.voucher() != null && !shopper.wallet().contains(offer.id())) {
                continue;
            }
            var refusal = Entitlement.refusal(offer, shopper, now);
            if (refusal == null) {
                candidates.add(offer);
            } else if (Work.touches(offer, basket)) {
                notApplied.add(new Priced.NotApplied(offer, refusal, Vnd.ZERO));
            }
        }
        candidates.sort(FIRST_OF_EQUALS);
        var work = available(basket, candidates, left, notApplied);
        work.explain(candidates, notApplied);
        return work.priced(shopper, notApplied);
    }

    /** Whether any of these offers could change a basket's price or has something to say of it, whoever buys. */
    static boolean mayCount(Collection<Offer> offers, Basket basket) {
        return !basket.lines().isEmpty() && offers.stream().anyMatch(offer -> mayCount(offer, basket));
    }

    /** Of a code that somebody keeps it is said when it does nothing here; a gift lies beside what it is given for. */
    private static boolean mayCount(Offer offer, Basket basket) {
        return offer.voucher() != null
                || offer.kind() == Offer.Kind.GIFT
                || basket.lines().stream().anyMatch(offer.target()::hits);
    }

    /** Leaves out what is used up, until everything that is used is there. */
    private static Work available(
            Basket basket, List<Offer> candidates, Availability left, List<Priced.NotApplied> notApplied) {
        while (true) {
            var best = best(basket, candidates);
            var missing = best.uses().stream()
                    .filter(use -> !left.covers(use.offer().id(), use.counted(), use.amount()))
                    .map(Work.Use::offer)
                    .collect(Collectors.toSet());
            if (missing.isEmpty()) {
                return best;
            }
            candidates.removeAll(missing);
            missing.forEach(offer -> notApplied.add(new Priced.NotApplied(offer, Reason.USED_UP, Vnd.ZERO)));
        }
    }

    private static Work best(Basket basket, List<Offer> candidates) {
        var together = candidates.stream().filter(offer -> !offer.exclusive()).toList();
        var best = new Work(basket).with(together);
        for (var offer : candidates) {
            if (offer.exclusive()) {
                var alone = new Work(basket).with(List.of(offer));
                best = alone.saved() > best.saved() ? alone : best;
            }
        }
        return best;
    }
}
