package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.payment.campaign.Funder;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

class RefundPlanTest {

    private static final List<Function<Charges, Vnd>> KINDS =
            List.of(Charges::commission, Charges::commissionVat, Charges::taxVat, Charges::taxPit);

    @Provide
    Arbitrary<Order> orders() {
        var line = Combinators.combine(
                        Arbitraries.longs().between(0, 3_000_000),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 900))
                .as((price, quantity, basisPoints) -> line(
                        Vnd.of(price), quantity, basisPoints, List.of(offer(Vnd.of(price * quantity), basisPoints))));
        return Combinators.combine(
                        line.list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.longs().between(0, 200_000))
                .as((lines, delivery) -> order(lines, Vnd.of(delivery)))
                .filter(order -> order.goodsTotal().compareTo(Vnd.ZERO) > 0);
    }

    /** Some of it off, borne by the shop and by two funders. */
    private static Discount offer(Vnd list, int basisPoints) {
        var amount = list.basisPoints(basisPoints * 3);
        var shares = amount.split(List.of(Vnd.of(5), Vnd.of(3), Vnd.of(2)));
        return new Discount(
                UUID.randomUUID(),
                "thang-10",
                new LocalizedText("Tháng 10", "October"),
                amount,
                Map.of(Funder.SELLER, shares.get(0), "PLATFORM", shares.get(1), "PUBLIC_BUDGET:44", shares.get(2)));
    }

    private static OrderLine line(Vnd price, int quantity, int basisPoints) {
        return line(price, quantity, basisPoints, List.of());
    }

    private static OrderLine line(Vnd price, int quantity, int basisPoints, List<Discount> offers) {
        var total = price.times(quantity).minus(Discount.total(offers));
        var charges = new Charges(
                total.basisPoints(basisPoints),
                total.basisPoints(basisPoints / 10),
                total.basisPoints(100),
                total.basisPoints(50),
                null,
                null);
        var name = new LocalizedText("Cà phê", "Coffee");
        return new OrderLine(
                UUID.randomUUID(),
                "ca-phe",
                UUID.randomUUID(),
                name,
                name,
                null,
                price,
                quantity,
                500,
                charges,
                0,
                Vnd.ZERO,
                360,
                offers);
    }

    private static Order order(List<OrderLine> lines, Vnd delivery) {
        return new Order(
                UUID.randomUUID(),
                "QT-261010-7F3K9M-1",
                UUID.randomUUID(),
                OrderStatus.DELIVERED,
                lines,
                Vnd.sum(lines.stream().map(OrderLine::total).toList()),
                delivery,
                Vnd.ZERO,
                500,
                "",
                Instant.EPOCH,
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    /** The order after a refund, as the database keeps it. */
    private static Order after(Order order, RefundPlan plan) {
        var lines = new ArrayList<>(order.lines());
        for (var back : plan.lines()) {
            var line = lines.get(back.position() - 1);
            lines.set(
                    back.position() - 1,
                    new OrderLine(
                            line.listingId(),
                            line.listingSlug(),
                            line.variantId(),
                            line.title(),
                            line.variantName(),
                            null,
                            line.unitPrice(),
                            line.quantity(),
                            line.weightGrams(),
                            line.charges(),
                            line.backPieces() + back.pieces(),
                            line.backGoods().plus(back.goods()),
                            line.returnHours(),
                            line.offers()));
        }
        return new Order(
                order.id(),
                order.code(),
                order.shopId(),
                order.status(),
                lines,
                order.goodsTotal(),
                order.deliveryFee(),
                order.backDelivery().plus(plan.delivery()),
                order.weightGrams(),
                order.note(),
                order.placedAt(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    private static RefundPlan some(Order order, Random random) {
        var left = Vnd.sum(order.lines().stream()
                .map(line -> line.total().minus(line.backGoods()))
                .toList());
        if (random.nextInt(3) == 0 && left.compareTo(Vnd.ZERO) > 0) {
            return RefundPlan.ofAmount(order, Vnd.of(1 + random.nextLong(left.dong())));
        }
        var pieces = new HashMap<Integer, Integer>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            pieces.put(i + 1, random.nextInt(line.quantity() - line.backPieces() + 1));
        }
        return RefundPlan.ofPieces(order, pieces, random.nextBoolean());
    }

    @Property
    void manyRefundsNeverGiveBackMoreAndAllOfThemTogetherExactlyWhatThereWas(
            @ForAll("orders") Order order, @ForAll long seed) {
        var random = new Random(seed);
        var left = order;
        var plans = new ArrayList<RefundPlan>();
        for (int i = 0; i < 8; i++) {
            try {
                var plan = some(left, random);
                left = after(left, plan);
                plans.add(plan);
            } catch (ProblemException nothingToGiveBack) {
                assertThat(nothingToGiveBack.problem()).isEqualTo(OrderProblem.MORE_THAN_LEFT);
            }
        }
        plans.forEach(plan -> {
            assertThat(plan.total()).isGreaterThan(Vnd.ZERO);
            KINDS.forEach(kind -> assertThat(kind.apply(plan.charges())).isGreaterThanOrEqualTo(Vnd.ZERO));
        });
        assertThat(sum(plans, RefundPlan::goods)).isLessThanOrEqualTo(order.goodsTotal());
        assertThat(sum(plans, RefundPlan::delivery)).isLessThanOrEqualTo(order.deliveryFee());

        plans.add(RefundPlan.ofAllThatIsLeft(left));

        assertThat(sum(plans, RefundPlan::goods)).isEqualTo(order.goodsTotal());
        assertThat(sum(plans, RefundPlan::delivery)).isEqualTo(order.deliveryFee());
        KINDS.forEach(kind ->
                assertThat(sum(plans, plan -> kind.apply(plan.charges()))).isEqualTo(kind.apply(order.charges())));
        var funded = new HashMap<String, Vnd>();
        plans.forEach(plan -> plan.subsidies().forEach((funder, back) -> funded.merge(funder, back, Vnd::plus)));
        assertThat(funded)
                .isEqualTo(Discount.subsidies(order.lines().stream()
                        .flatMap(line -> line.offers().stream())
                        .toList()));
    }

    /** A share is never further than a đồng from its part of the whole, whatever came back before. */
    @Property
    void chargesFollowTheMoney(@ForAll("orders") Order order, @ForAll long seed) {
        var plan = RefundPlan.ofAmount(
                order, Vnd.of(1 + new Random(seed).nextLong(order.goodsTotal().dong())));

        for (var line : plan.lines()) {
            var sold = order.lines().get(line.position() - 1);
            KINDS.forEach(kind -> {
                var exact = sold.total().equals(Vnd.ZERO)
                        ? 0
                        : (double) kind.apply(sold.charges()).dong()
                                * line.goods().dong()
                                / sold.total().dong();
                assertThat((double) kind.apply(line.charges()).dong()).isBetween(exact - 1, exact + 1);
            });
        }
    }

    private static Vnd sum(List<RefundPlan> plans, Function<RefundPlan, Vnd> part) {
        return Vnd.sum(plans.stream().map(part).toList());
    }

    @Test
    void onePieceOfThreeTakesAThirdOfEverything() {
        var order = order(List.of(line(Vnd.of(100_000), 3, 300)), Vnd.of(25_000));

        var first = RefundPlan.ofPieces(order, Map.of(1, 1), true);
        var rest = RefundPlan.ofPieces(after(order, first), Map.of(1, 2), true);

        assertThat(first.goods()).isEqualTo(Vnd.of(100_000));
        assertThat(first.delivery()).isEqualTo(Vnd.of(8_333));
        assertThat(first.charges().commission()).isEqualTo(Vnd.of(3_000));
        assertThat(rest.delivery()).isEqualTo(Vnd.of(16_667));
    }

    @Test
    void moreThanIsLeftIsRefused() {
        var order = order(List.of(line(Vnd.of(100_000), 3, 300)), Vnd.of(25_000));
        var half = after(order, RefundPlan.ofPieces(order, Map.of(1, 2), false));

        refused(() -> RefundPlan.ofPieces(half, Map.of(1, 2), false));
        refused(() -> RefundPlan.ofPieces(half, Map.of(2, 1), false));
        refused(() -> RefundPlan.ofPieces(half, Map.of(1, -1), false));
        refused(() -> RefundPlan.ofPieces(half, Map.of(), true));
        refused(() -> RefundPlan.ofAmount(half, Vnd.of(100_001)));
        refused(() -> RefundPlan.ofAmount(half, Vnd.ZERO));
        refused(() -> RefundPlan.ofAmount(half, Vnd.of(-1)));
    }

    private static void refused(Runnable refund) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(refund::run)
                .returns(OrderProblem.MORE_THAN_LEFT, ProblemException::problem);
    }
}
