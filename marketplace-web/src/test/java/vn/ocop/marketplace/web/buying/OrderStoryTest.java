package vn.ocop.marketplace.web.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ocop.marketplace.web.TestVisit;
import vn.ocop.marketplace.web.site.Step;
import vn.ocop.marketplace.web.site.Visit;

class OrderStoryTest {

    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final OrderGroup.Payment CASH =
            new OrderGroup.Payment("CASH_ON_DELIVERY", "DUE_ON_DELIVERY", 207_000, null, false);

    private final Visit visit = TestVisit.vietnamese("/don-hang");

    @ParameterizedTest
    @EnumSource(Order.Status.class)
    void everyStatusHasItsSentencesInBothLanguages(Order.Status status) {
        for (var reader : List.of(visit, TestVisit.english("/don-hang"))) {
            var story = OrderStory.of(reader, order(status, null, Order.Status.TO_CONFIRM, status), CASH);

            assertThat(story.sentence()).isNotBlank();
            assertThat(story.next()).isNotBlank();
            assertThat(reader.t("order.status." + status.key())).isNotBlank();
        }
    }

    @Test
    void theFirstStepIsThePlacingAndTheNextIsWaitedFor() {
        var story = OrderStory.of(visit, order(Order.Status.TO_CONFIRM, null, Order.Status.TO_CONFIRM), CASH);

        assertThat(story.steps()).extracting(Step::title).startsWith("Bạn đã đặt hàng", "Gian hàng nhận đơn");
        assertThat(story.steps())
                .extracting(Step::state)
                .containsExactly(Step.State.DONE, Step.State.NOW, Step.State.NEXT, Step.State.NEXT);
    }

    @Test
    void anUnpaidOrderWaitsForItsBuyer() {
        var card = new OrderGroup.Payment("CARD", "PENDING", 207_000, TestVisit.NOW.plusSeconds(1500), false);
        var story = OrderStory.of(visit, order(Order.Status.PENDING_PAYMENT, null, Order.Status.PENDING_PAYMENT), card);

        assertThat(story.next()).contains("còn 25 phút");
        assertThat(story.steps().get(1).title()).isEqualTo("Bạn thanh toán");
        assertThat(story.steps().get(1).state()).isEqualTo(Step.State.NOW);
    }

    @Test
    void whoHasPaidIsNotAskedToPayWhileTheOrderHearsOfIt() {
        var card = new OrderGroup.Payment("CARD", "PAID", 207_000, TestVisit.NOW.plusSeconds(1500), false);
        var story = OrderStory.of(visit, order(Order.Status.PENDING_PAYMENT, null, Order.Status.PENDING_PAYMENT), card);

        assertThat(story.sentence()).contains("nhận được tiền");
        assertThat(story.steps()).extracting(Step::title).startsWith("Bạn đã đặt hàng", "Gian hàng nhận đơn");
    }

    @Test
    void cashIsNamedWhileTheParcelIsOnItsWay() {
        var order = order(Order.Status.SHIPPED, null, Order.Status.TO_CONFIRM, Order.Status.SHIPPED);

        assertThat(OrderStory.of(visit, order, CASH).next()).contains("207.000\u00a0₫");
        assertThat(OrderStory.of(visit, order, new OrderGroup.Payment("CARD", "PAID", 207_000, null, false))
                        .next())
                .doesNotContain("207.000");
    }

    @Test
    void aRefusalShowsItsReasonAndWhatBecomesOfTheMoney() {
        var order = order(Order.Status.REFUSED, "Hết hàng", Order.Status.TO_CONFIRM, Order.Status.REFUSED);
        var paid = OrderStory.of(visit, order, new OrderGroup.Payment("CARD", "REFUNDED", 207_000, null, false));

        assertThat(paid.steps().getLast().state()).isEqualTo(Step.State.BAD);
        assertThat(paid.steps().getLast().detail()).isEqualTo("Hết hàng");
        assertThat(paid.next()).contains("hoàn");
        assertThat(OrderStory.of(visit, order, CASH).next()).contains("không phải trả");
    }

    @Test
    void allRungsAreDoneWhenItIsDelivered() {
        var story = OrderStory.of(
                visit, order(Order.Status.DELIVERED, null, Order.Status.TO_CONFIRM, Order.Status.DELIVERED), CASH);

        assertThat(story.ladder(visit)).extracting(OrderStory.Rung::style).containsOnly("done");
    }

    private static Order order(Order.Status status, @Nullable String detail, Order.Status... timeline) {
        var last = timeline[timeline.length - 1];
        var events = Arrays.stream(timeline)
                .map(event -> new Order.Event(event, AT, Objects.equals(event, last) ? detail : null))
                .toList();
        return new Order(
                "QT-1-1", "QT-1", status, null, List.of(), 185_000, 22_000, 207_000, AT, events, null, false, "", null,
                null, null, null);
    }
}
