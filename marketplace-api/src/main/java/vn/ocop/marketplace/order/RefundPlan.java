package vn.ocop.marketplace.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What of an order goes back, to the đồng. Every share is reckoned from the whole that was sold and what has gone back
 * before, never from what is left: so the shares of any number of refunds add up to what there was, in whatever pieces
 * and order they come.
 */
record RefundPlan(List<Line> lines, Vnd delivery) {

    /** What goes back of one line; its pieces are zero where only money goes back. */
    record Line(int position, int pieces, Vnd goods, Charges charges, Map<String, Vnd> subsidies) {}

    RefundPlan {
        lines = List.copyOf(lines);
    }

    /** So many pieces of each line by its position, with their share of the delivery or without. */
    static RefundPlan ofPieces(Order order, Map<Integer, Integer> pieces, boolean withDelivery) {
        if (pieces.keySet().stream()
                .anyMatch(position -> position < 1 || position > order.lines().size())) {
            throw new ProblemException(OrderProblem.MORE_THAN_LEFT, order.code());
        }
        var lines = IntStream.rangeClosed(1, order.lines().size())
                .filter(position -> pieces.getOrDefault(position, 0) != 0)
                .mapToObj(position ->
                        pieces(order, position, order.lines().get(position - 1), pieces.getOrDefault(position, 0)))
                .toList();
        return of(order, lines, withDelivery);
    }

    /** The same with the delivery, as far as there is something left: possibly nothing at all. */
    static RefundPlan ofPiecesLeft(Order order, Map<Integer, Integer> pieces) {
        var left = IntStream.rangeClosed(1, order.lines().size())
                .boxed()
                .filter(position -> available(order, position, pieces) > 0)
                .collect(Collectors.toMap(Function.identity(), position -> available(order, position, pieces)));
        return left.isEmpty() || order.backGoods().equals(order.goodsTotal())
                ? new RefundPlan(List.of(), Vnd.ZERO)
                : ofPieces(order, left, true);
    }

    private static int available(Order order, int position, Map<Integer, Integer> pieces) {
        var line = order.lines().get(position - 1);
        return Math.min(pieces.getOrDefault(position, 0), line.quantity() - line.backPieces());
    }

    private static Line pieces(Order order, int position, OrderLine line, int pieces) {
        int after = Math.addExact(line.backPieces(), pieces);
        if (pieces < 0 || after > line.quantity()) {
            throw new ProblemException(OrderProblem.MORE_THAN_LEFT, order.code());
        }
        var left = left(line);
        var goods = after == line.quantity()
                ? left
                : ofUnits(line, after).minus(ofUnits(line, line.backPieces())).min(left);
        return new Line(
                position,
                pieces,
                goods,
                charges(line, portion(line, goods, pieces)),
                subsidies(line, portion(line, goods, pieces)));
    }

    /** What the first so many pieces of a line cost: whole đồng each, what is left over one by one to the first. */
    private static Vnd ofUnits(OrderLine line, int pieces) {
        long each = line.total().dong() / line.quantity();
        long over = line.total().dong() % line.quantity();
        return Vnd.of(each * pieces + Math.min(pieces, over));
    }

    /** An amount of money, off every line by what is left of it; no goods come back for it. */
    static RefundPlan ofAmount(Order order, Vnd amount) {
        var left = order.lines().stream().map(RefundPlan::left).toList();
        if (amount.compareTo(Vnd.ZERO) <= 0 || amount.compareTo(Vnd.sum(left)) > 0) {
            throw new ProblemException(OrderProblem.MORE_THAN_LEFT, order.code());
        }
        var shares = amount.split(left);
        var lines = IntStream.range(0, shares.size())
                .filter(i -> !shares.get(i).equals(Vnd.ZERO))
                .mapToObj(i -> new Line(
                        i + 1,
                        0,
                        shares.get(i),
                        charges(order.lines().get(i), portion(order.lines().get(i), shares.get(i), 0)),
                        subsidies(order.lines().get(i), portion(order.lines().get(i), shares.get(i), 0))))
                .toList();
        return of(order, lines, false);
    }

    /** Money that is gone whatever was sold for it: of the goods first, then of the delivery; no goods come back. */
    static RefundPlan ofMoney(Order order, Vnd amount) {
        var goodsLeft = order.goodsTotal().minus(order.backGoods());
        var goods = amount.min(goodsLeft);
        var lines = goods.equals(Vnd.ZERO)
                ? List.<Line>of()
                : ofAmount(order, goods).lines();
        return new RefundPlan(lines, amount.minus(goods));
    }

    /** All that is left of it, with the delivery. */
    static RefundPlan ofAllThatIsLeft(Order order) {
        var lines = IntStream.range(0, order.lines().size())
                .mapToObj(i -> all(i + 1, order.lines().get(i)))
                .filter(line -> line.pieces() > 0 || !line.goods().equals(Vnd.ZERO))
                .toList();
        return new RefundPlan(lines, order.deliveryFee().minus(order.backDelivery()));
    }

    private static Line all(int position, OrderLine line) {
        int pieces = line.quantity() - line.backPieces();
        var portion = portion(line, left(line), pieces);
        return new Line(position, pieces, left(line), charges(line, portion), subsidies(line, portion));
    }

    private static RefundPlan of(Order order, List<Line> lines, boolean withDelivery) {
        var goods = Vnd.sum(lines.stream().map(Line::goods).toList());
        var before = Vnd.sum(order.lines().stream().map(OrderLine::backGoods).toList());
        var delivery = withDelivery
                ? share(order.deliveryFee(), order.goodsTotal(), before, goods)
                        .min(order.deliveryFee().minus(order.backDelivery()))
                : Vnd.ZERO;
        return new RefundPlan(lines, delivery).mustBeSomething(order);
    }

    RefundPlan mustBeSomething(Order order) {
        if (total().equals(Vnd.ZERO)) {
            throw new ProblemException(OrderProblem.MORE_THAN_LEFT, order.code());
        }
        return this;
    }

    private static Vnd left(OrderLine line) {
        return line.total().minus(line.backGoods());
    }

    private static Charges charges(OrderLine line, Portion portion) {
        var charged = line.charges();
        return new Charges(
                portion.of(charged.commission()),
                portion.of(charged.commissionVat()),
                portion.of(charged.taxVat()),
                portion.of(charged.taxPit()),
                charged.commissionRule(),
                charged.taxRate());
    }

    /** What funders paid the shop for these goods goes back to them in the same measure. */
    private static Map<String, Vnd> subsidies(OrderLine line, Portion portion) {
        var shares = new TreeMap<String, Vnd>();
        Discount.subsidies(line.offers()).forEach((funder, sum) -> shares.put(funder, portion.of(sum)));
        return shares;
    }

    /** So much of a whole, after so much of it before. */
    private record Portion(Vnd whole, Vnd before, Vnd now) {

        Vnd of(Vnd sum) {
            return share(sum, whole, before, now);
        }
    }

    /** Of what the buyer paid; of a gift, which cost nothing, by pieces. */
    private static Portion portion(OrderLine line, Vnd goods, int pieces) {
        return line.total().equals(Vnd.ZERO)
                ? new Portion(Vnd.of(line.quantity()), Vnd.of(line.backPieces()), Vnd.of(pieces))
                : new Portion(line.total(), line.backGoods(), goods);
    }

    /** What belongs of a sum to the next so much of the whole, after so much of it before. */
    private static Vnd share(Vnd sum, Vnd whole, Vnd before, Vnd now) {
        return upTo(sum, whole, before.plus(now)).minus(upTo(sum, whole, before));
    }

    private static Vnd upTo(Vnd sum, Vnd whole, Vnd part) {
        return whole.equals(Vnd.ZERO)
                ? Vnd.ZERO
                : sum.split(List.of(part, whole.minus(part))).getFirst();
    }

    Vnd goods() {
        return Vnd.sum(lines.stream().map(Line::goods).toList());
    }

    Vnd total() {
        return goods().plus(delivery);
    }

    Map<String, Vnd> subsidies() {
        var sums = new TreeMap<String, Vnd>();
        lines.forEach(line -> line.subsidies().forEach((funder, share) -> sums.merge(funder, share, Vnd::plus)));
        sums.values().removeIf(Vnd.ZERO::equals);
        return sums;
    }

    Charges charges() {
        Collection<Charges> each = lines.stream().map(Line::charges).toList();
        return Charges.sum(each);
    }
}
