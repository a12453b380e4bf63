package vn.ocop.marketplace.payment.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** One way to price a basket: which offers count and what is left to pay of each line. Lives for one computation. */
final class Work {

    /** What a piece, and what a shop's goods, cost at least: a purchase is never paid with nothing. */
    static final long LEAST = 1_000;

    /** An offer that counts, so far. */
    static final class Use {

        private final Offer offer;
        private final Map<UUID, Integer> pieces = new TreeMap<>();
        private long amount;

        Use(Offer offer) {
            this.offer = offer;
        }

        Offer offer() {
            return offer;
        }

        Vnd amount() {
            return Vnd.of(amount);
        }

        int counted() {
            return offer.layer() == Offer.Layer.ITEM
                    ? pieces.values().stream().mapToInt(Integer::intValue).sum()
                    : 1;
        }
    }

    private record Part(Offer offer, long amount) {}

    private final List<Basket.Line> lines;
    private final List<Basket.Delivery> deliveries;
    private final long[] net;
    private final List<List<Part>> parts;
    private final List<List<Part>> deliveryParts;
    private final Map<UUID, Use> uses = new LinkedHashMap<>();
    private final Map<UUID, Priced.NotApplied> tooLittle = new HashMap<>();
    private long saved;

    /** Works on lines in the order of their ids, so that the order they were put in is irrelevant. */
    Work(Basket basket) {
        lines = basket.lines().stream()
                .sorted(Comparator.comparing(Basket.Line::id))
                .toList();
        deliveries = basket.deliveries().stream()
                .sorted(Comparator.comparing(Basket.Delivery::shop))
                .toList();
        net = lines.stream().mapToLong(line -> line.list().dong()).toArray();
        parts = lists(lines.size());
        deliveryParts = lists(deliveries.size());
    }

    private static List<List<Part>> lists(int size) {
        return IntStream.range(0, size)
                .<List<Part>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    Work with(List<Offer> offers) {
        var met = offers.stream().filter(this::spendIsMet).toList();
        items(of(met, Offer.Layer.ITEM));
        shopVouchers(of(met, Offer.Layer.SHOP_VOUCHER));
        platformVoucher(of(met, Offer.Layer.PLATFORM_VOUCHER));
        shipping(of(met, Offer.Layer.SHIPPING));
        return this;
    }

    private static List<Offer> of(List<Offer> offers, Offer.Layer layer) {
        return offers.stream().filter(offer -> offer.layer() == layer).toList();
    }

    long saved() {
        return saved;
    }

    List<Use> uses() {
        return List.copyOf(uses.values());
    }

    /** Whether an offer has anything to do with a basket. */
    static boolean touches(Offer offer, Basket basket) {
        return basket.lines().stream().anyMatch(offer.target()::hits)
                && (offer.layer() != Offer.Layer.SHIPPING
                        || basket.deliveries().stream().anyMatch(delivery -> reaches(offer, delivery)));
    }

    private static boolean reaches(Offer offer, Basket.Delivery delivery) {
        var target = offer.target();
        return target.hitsShop(delivery.shop(), delivery.province())
                && (target.carriers().isEmpty() || target.carriers().contains(delivery.carrier()));
    }

    /** What is bought of an offer's goods, at list prices; a gift does not count towards itself. */
    private boolean spendIsMet(Offer offer) {
        long wanted = offer.worth().minSpend().dong();
        if (wanted == 0) {
            return true;
        }
        long spent = 0;
        for (var line : lines) {
            if (offer.target().hits(line) && !isGift(offer, line)) {
                spent += line.list().dong();
            }
        }
        if (spent > 0 && spent < wanted) {
            tooLittle.put(offer.id(), new Priced.NotApplied(offer, Reason.SPEND_MORE, Vnd.of(wanted - spent)));
        }
        return spent >= wanted;
    }

    private static boolean isGift(Offer offer, Basket.Line line) {
        return offer.kind() == Offer.Kind.GIFT && offer.target().gifts().contains(line.listing());
    }

    private void items(List<Offer> offers) {
        for (int i = 0; i < lines.size(); i++) {
            @Nullable Offer best = null;
            var most = Cut.NONE;
            for (var offer : offers) {
                var cut = cut(offer, lines.get(i));
                if (cut.amount() > most.amount()) {
                    best = offer;
                    most = cut;
                }
            }
            if (best != null) {
                takeOff(i, best, most.amount());
                use(best).pieces.put(lines.get(i).id(), most.pieces());
            }
        }
    }

    /** So much off so many pieces of a line. */
    private record Cut(int pieces, long amount) {
        static final Cut NONE = new Cut(0, 0);
    }

    private Cut cut(Offer offer, Basket.Line line) {
        if (offer.kind() == Offer.Kind.GIFT) {
            return isGift(offer, line) && offer.target().hitsShop(line.shop(), line.province())
                    ? whole(offer, line, offer.worth().get())
                    : Cut.NONE;
        }
        if (!offer.target().hits(line)) {
            return Cut.NONE;
        }
        if (offer.kind() == Offer.Kind.BUY_X_GET_Y) {
            return whole(offer, line, free(offer.worth(), line.quantity()));
        }
        int pieces = atMost(offer, line.quantity());
        return new Cut(
                pieces, offer.worth().capped(perPiece(offer, line.unitPrice().dong()) * pieces));
    }

    /** Of each bundle those after the bought ones; of a last one that is not full too. */
    private static int free(Offer.Worth worth, int pieces) {
        int bundle = worth.buy() + worth.get();
        return pieces / bundle * worth.get() + Math.max(0, pieces % bundle - worth.buy());
    }

    private static int atMost(Offer offer, int pieces) {
        var perLine = offer.limits().perLine();
        return perLine == null ? pieces : Math.min(pieces, perLine);
    }

    private static Cut whole(Offer offer, Basket.Line line, int free) {
        int pieces = atMost(offer, Math.min(free, line.quantity()));
        return new Cut(pieces, offer.worth().capped(line.unitPrice().dong() * pieces));
    }

    /** What an offer takes off one piece of its goods; nothing where it depends on more than the piece. */
    static long offPiece(Offer offer, long unit) {
        return offer.layer() == Offer.Layer.ITEM ? offer.worth().capped(perPiece(offer, unit)) : 0;
    }

    private static long perPiece(Offer offer, long unit) {
        long off = switch (offer.kind()) {
            case PERCENT -> percent(unit, offer.worth().value());
            case AMOUNT -> offer.worth().value();
            case FIXED_PRICE -> Math.max(0, unit - offer.worth().value());
            default -> 0;
        };
        return Math.min(off, Math.max(0, unit - LEAST));
    }

    private static long percent(long amount, long basisPoints) {
        return Math.multiplyExact(amount, basisPoints) / 10_000;
    }

    private void shopVouchers(List<Offer> offers) {
        if (offers.isEmpty()) {
            return;
        }
        for (var positions : byShop().values()) {
            long left = Math.max(0, sum(positions) - LEAST);
            @Nullable Offer best = null;
            long most = 0;
            for (var offer : offers) {
                long off = Math.min(left, worth(offer, sum(hit(offer, positions))));
                if (off > most) {
                    best = offer;
                    most = off;
                }
            }
            if (best != null) {
                share(best, hit(best, positions), most);
            }
        }
    }

    private List<Integer> hit(Offer offer, List<Integer> positions) {
        return positions.stream().filter(i -> offer.target().hits(lines.get(i))).toList();
    }

    private long sum(List<Integer> positions) {
        return positions.stream().mapToLong(i -> net[i]).sum();
    }

    private static long worth(Offer offer, long base) {
        long off = offer.kind() == Offer.Kind.PERCENT
                ? percent(base, offer.worth().value())
                : Math.min(base, offer.worth().value());
        return offer.worth().capped(off);
    }

    private Map<UUID, List<Integer>> byShop() {
        var shops = new TreeMap<UUID, List<Integer>>();
        for (int i = 0; i < lines.size(); i++) {
            shops.computeIfAbsent(lines.get(i).shop(), first -> new ArrayList<>())
                    .add(i);
        }
        return shops;
    }

    private void platformVoucher(List<Offer> offers) {
        @Nullable Offer best = null;
        long most = 0;
        var shops = offers.isEmpty() ? List.<List<Integer>>of() : List.copyOf(byShop().values());
        for (var offer : offers) {
            var taking = taking(offer, shops);
            long base = taking.stream().mapToLong(this::sum).sum();
            long left = taking.stream().mapToLong(this::mayGo).sum();
            long off = Math.min(left, worth(offer, base));
            if (off > most) {
                best = offer;
                most = off;
            }
        }
        if (best != null) {
            var taking = taking(best, shops);
            var shares = Vnd.of(most)
                    .split(taking.stream().map(shop -> Vnd.of(mayGo(shop))).toList());
            for (int i = 0; i < taking.size(); i++) {
                share(best, taking.get(i), shares.get(i).dong());
            }
        }
    }

    private List<List<Integer>> taking(Offer offer, List<List<Integer>> shops) {
        return shops.stream()
                .filter(shop -> offer.target().hits(lines.get(shop.getFirst())))
                .toList();
    }

    /** What may go of a shop's part. */
    private long mayGo(List<Integer> positions) {
        return Math.max(0, sum(positions) - LEAST);
    }

    private void share(Offer offer, List<Integer> positions, long amount) {
        var shares =
                Vnd.of(amount).split(positions.stream().map(i -> Vnd.of(net[i])).toList());
        for (int i = 0; i < positions.size(); i++) {
            takeOff(positions.get(i), offer, shares.get(i).dong());
        }
    }

    private void takeOff(int position, Offer offer, long amount) {
        if (amount > 0) {
            net[position] -= amount;
            parts.get(position).add(new Part(offer, amount));
            count(offer, amount);
        }
    }

    private void count(Offer offer, long amount) {
        use(offer).amount += amount;
        saved += amount;
    }

    private Use use(Offer offer) {
        return uses.computeIfAbsent(offer.id(), first -> new Use(offer));
    }

    private void shipping(List<Offer> offers) {
        for (int i = 0; i < deliveries.size(); i++) {
            var delivery = deliveries.get(i);
            long fee = delivery.fee().dong();
            @Nullable Offer best = null;
            long most = 0;
            for (var offer : offers) {
                long off = reaches(offer, delivery) && sends(offer, delivery.shop()) ? ofFee(offer, fee) : 0;
                if (off > most) {
                    best = offer;
                    most = off;
                }
            }
            if (best != null) {
                deliveryParts.get(i).add(new Part(best, most));
                count(best, most);
            }
        }
    }

    private boolean sends(Offer offer, UUID shop) {
        return lines.stream()
                .anyMatch(line -> line.shop().equals(shop) && offer.target().hits(line));
    }

    private static long ofFee(Offer offer, long fee) {
        return offer.worth()
                .capped(
                        offer.kind() == Offer.Kind.FREE_SHIPPING
                                ? fee
                                : Math.min(fee, offer.worth().value()));
    }

    /** Says of every offer that could have counted and does not, why not. */
    void explain(List<Offer> candidates, List<Priced.NotApplied> notApplied) {
        var basket = new Basket(lines, deliveries);
        for (var offer : candidates) {
            if (uses.containsKey(offer.id())) {
                continue;
            }
            var missing = tooLittle.get(offer.id());
            if (missing != null) {
                notApplied.add(missing);
            } else if (touches(offer, basket)) {
                notApplied.add(new Priced.NotApplied(offer, unused(offer), Vnd.ZERO));
            } else if (offer.voucher() != null) {
                notApplied.add(new Priced.NotApplied(offer, Reason.NOTHING_HERE, Vnd.ZERO));
            }
        }
    }

    private Reason unused(Offer offer) {
        return switch (offer.kind()) {
            case GIFT -> lines.stream().anyMatch(line -> isGift(offer, line)) ? Reason.BETTER_OFFER : Reason.ADD_GIFT;
            case BUY_X_GET_Y ->
                lines.stream().anyMatch(line -> cut(offer, line).amount() > 0)
                        ? Reason.BETTER_OFFER
                        : Reason.MORE_PIECES;
            default -> Reason.BETTER_OFFER;
        };
    }

    Priced priced(Shopper shopper, List<Priced.NotApplied> notApplied) {
        var ofLines = new HashMap<UUID, List<Discount>>();
        for (int i = 0; i < lines.size(); i++) {
            if (!parts.get(i).isEmpty()) {
                ofLines.put(lines.get(i).id(), discounts(parts.get(i)));
            }
        }
        var ofDeliveries = new HashMap<UUID, List<Discount>>();
        for (int i = 0; i < deliveries.size(); i++) {
            if (!deliveryParts.get(i).isEmpty()) {
                ofDeliveries.put(deliveries.get(i).shop(), discounts(deliveryParts.get(i)));
            }
        }
        var applied = uses.values().stream()
                .map(use -> new Priced.Applied(
                        use.offer,
                        use.amount(),
                        Map.copyOf(use.pieces),
                        shopper.known()
                                && !shopper.completedBefore(use.offer.origin().programmeStart())))
                .toList();
        return new Priced(ofLines, ofDeliveries, applied, List.copyOf(notApplied));
    }

    private static List<Discount> discounts(List<Part> parts) {
        return parts.stream()
                .map(part -> discount(part.offer(), Vnd.of(part.amount())))
                .toList();
    }

    private static Discount discount(Offer offer, Vnd amount) {
        var funders = offer.funders();
        var split = amount.split(
                funders.stream().map(funder -> Vnd.of(funder.shareBp())).toList());
        var shares = new TreeMap<String, Vnd>();
        for (int i = 0; i < funders.size(); i++) {
            if (!split.get(i).equals(Vnd.ZERO)) {
                shares.put(funders.get(i).account(), split.get(i));
            }
        }
        return new Discount(offer.id(), offer.code(), offer.name(), amount, shares);
    }
}
