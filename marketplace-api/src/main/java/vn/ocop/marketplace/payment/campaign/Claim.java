package vn.ocop.marketplace.payment.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What a quote is going to use of offers, kept with it until an order claims it.
 *
 * @param phone hash of the verified phone number; null for whoever has none
 * @param method the method of payment it was reckoned for; null where no offer depended on one
 * @param promised by variant the pieces that offers of few pieces have set aside; null in quotes made before there were
 *     any
 */
public record Claim(
        List<Use> uses,
        @Nullable String phone,
        @Nullable String method,
        @Nullable String team,
        @Nullable Map<UUID, Integer> promised) {

    /**
     * What one shop's part of the purchase uses of an offer.
     *
     * @param counted against the offer's total: pieces, or 1 on the first part that has it
     */
    public record Use(
            UUID offer,
            long version,
            UUID shop,
            int pieces,
            int counted,
            Vnd amount,
            Map<String, Vnd> shares,
            Map<String, String> decision,
            boolean newConsumer) {}

    public static final Claim NONE = new Claim(List.of(), null, null, null, null);

    public Claim {
        uses = List.copyOf(uses);
    }

    static Claim of(Basket basket, Priced priced, Shopper shopper, @Nullable String phone) {
        if (priced.applied().isEmpty()) {
            return NONE;
        }
        var shops = basket.lines().stream().collect(Collectors.toMap(Basket.Line::id, Basket.Line::shop));
        var sums = new TreeMap<Key, Sum>();
        priced.lines()
                .forEach((line, discounts) ->
                        discounts.forEach(discount -> sum(sums, discount, shops.getOrDefault(line, new UUID(0, 0)))));
        priced.deliveries().forEach((shop, discounts) -> discounts.forEach(discount -> sum(sums, discount, shop)));
        var applied = priced.applied().stream()
                .collect(Collectors.toMap(one -> one.offer().id(), Function.identity()));
        var seen = new HashSet<UUID>();
        var uses = new ArrayList<Use>();
        sums.forEach((key, sum) -> {
            var one = applied.get(key.offer());
            if (one != null) {
                uses.add(use(key, sum, one, pieces(one, key.shop(), shops), seen.add(key.offer()), shopper));
            }
        });
        var byMethod = priced.applied().stream()
                .anyMatch(one -> !one.offer().target().methods().isEmpty()
                        || one.offer().audience().firstByMethod());
        return new Claim(uses, phone, byMethod ? shopper.method() : null, shopper.team(), promised(priced));
    }

    private static Map<UUID, Integer> promised(Priced priced) {
        var promised = new TreeMap<UUID, Integer>();
        priced.applied().stream()
                .filter(one -> one.offer().setsAside())
                .forEach(one ->
                        one.pieces().forEach((variant, pieces) -> promised.merge(variant, pieces, Integer::sum)));
        return promised;
    }

    /** How many pieces of a variant are bought by offers that have set them aside. */
    public int promisedOf(UUID variant) {
        return promised == null ? 0 : promised.getOrDefault(variant, 0);
    }

    private record Key(UUID offer, UUID shop) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byOffer = offer.compareTo(other.offer);
            return byOffer != 0 ? byOffer : shop.compareTo(other.shop);
        }
    }

    private record Sum(Vnd amount, Map<String, Vnd> shares) {}

    private static void sum(Map<Key, Sum> sums, Discount discount, UUID shop) {
        sums.merge(new Key(discount.offer(), shop), new Sum(discount.amount(), discount.shares()), (before, more) -> {
            var shares = new HashMap<>(before.shares());
            more.shares().forEach((funder, share) -> shares.merge(funder, share, Vnd::plus));
            return new Sum(before.amount().plus(more.amount()), Map.copyOf(shares));
        });
    }

    private static int pieces(Priced.Applied applied, UUID shop, Map<UUID, UUID> shops) {
        return applied.pieces().entrySet().stream()
                .filter(piece -> shop.equals(shops.get(piece.getKey())))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Use use(Key key, Sum sum, Priced.Applied one, int pieces, boolean first, Shopper shopper) {
        boolean item = one.offer().layer() == Offer.Layer.ITEM;
        return new Use(
                key.offer(),
                one.offer().version(),
                key.shop(),
                pieces,
                item ? pieces : first ? 1 : 0,
                sum.amount(),
                sum.shares(),
                decision(one, shopper),
                one.newConsumer());
    }

    /** By what the buyer was judged, for whoever asks later; never who it is. */
    private static Map<String, String> decision(Priced.Applied one, Shopper shopper) {
        var audience = one.offer().audience();
        var decision = new TreeMap<String, String>();
        decision.put("audience", audience.people().name());
        decision.put("phoneVerified", String.valueOf(shopper.known()));
        decision.put("newConsumer", String.valueOf(one.newConsumer()));
        decision.put("programmeStart", one.offer().origin().programmeStart().toString());
        shopper.completed().values().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(first -> decision.put("firstCompleted", first.toString()));
        var commune = shopper.place().commune();
        if (commune != null) {
            decision.put("commune", commune);
        }
        return Map.copyOf(decision);
    }

    List<String> identities(UUID person) {
        return Identity.of(person, phone);
    }
}
