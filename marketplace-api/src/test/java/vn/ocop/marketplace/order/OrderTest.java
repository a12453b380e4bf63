package vn.ocop.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

class OrderTest {

    private static final Instant NOW = Instant.parse("2026-10-10T03:00:00Z");

    static Order orderIn(OrderStatus status) {
        return order(status, Vnd.of(370_000));
    }

    private static Order order(OrderStatus status, Vnd goodsTotal) {
        var line = new OrderLine(
                UUID.randomUUID(),
                "ca-phe-khe-sanh",
                UUID.randomUUID(),
                new LocalizedText("Cà phê Khe Sanh", "Khe Sanh coffee"),
                new LocalizedText("Gói 500 g", "500 g pack"),
                null,
                Vnd.of(185_000),
                2,
                560,
                Charges.NONE,
                0,
                Vnd.ZERO,
                360,
                List.of());
        return new Order(
                UUID.randomUUID(),
                "QT-261010-7F3K9M-1",
                UUID.randomUUID(),
                status,
                List.of(line),
                goodsTotal,
                Vnd.of(20_000),
                Vnd.ZERO,
                1_120,
                "",
                NOW,
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    private static Stream<Arguments> everyStep() {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> Stream.of(OrderStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void takesOnlyTheStepsOfItsLife(OrderStatus from, OrderStatus to) {
        var allowed = switch (from) {
            case PENDING_PAYMENT -> EnumSet.of(OrderStatus.TO_CONFIRM, OrderStatus.CANCELLED, OrderStatus.EXPIRED);
            case TO_CONFIRM -> EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.REFUSED, OrderStatus.CANCELLED);
            case CONFIRMED -> EnumSet.of(OrderStatus.SHIPPED, OrderStatus.CANCELLED, OrderStatus.LOST);
            case SHIPPED -> EnumSet.of(OrderStatus.DELIVERED, OrderStatus.SENT_BACK, OrderStatus.LOST);
            case EXPIRED -> EnumSet.of(OrderStatus.TO_CONFIRM);
            case DELIVERED, REFUSED, CANCELLED, SENT_BACK, LOST -> EnumSet.noneOf(OrderStatus.class);
        };

        if (allowed.contains(to)) {
            assertThat(orderIn(from).moveTo(to, NOW, "why"))
                    .returns(to, Order::status)
                    .returns(List.of(new OrderEvent(to, NOW, "why")), Order::timeline);
        } else {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> orderIn(from).moveTo(to, NOW, null))
                    .returns(OrderProblem.ILLEGAL_TRANSITION, ProblemException::problem);
        }
    }

    @Test
    void refusesTotalsThatDoNotAddUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> order(OrderStatus.TO_CONFIRM, Vnd.of(370_001)));
    }

    @Test
    void addsDeliveryToTheGoods() {
        assertThat(orderIn(OrderStatus.TO_CONFIRM).total()).isEqualTo(Vnd.of(390_000));
    }
}
