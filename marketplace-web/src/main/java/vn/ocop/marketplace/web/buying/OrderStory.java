package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Step;
import vn.ocop.marketplace.web.site.Visit;

/**
 * An order told to its buyer: where it is in one sentence, what happens next, and the dated timeline.
 *
 * @param next what happens next and when, or null when nothing does
 */
public record OrderStory(
        Order order, String sentence, @Nullable String next, List<Step> steps) {

    private static final List<Order.Status> WAY =
            List.of(Order.Status.TO_CONFIRM, Order.Status.CONFIRMED, Order.Status.SHIPPED, Order.Status.DELIVERED);

    static OrderStory of(Visit visit, Order order, OrderGroup.Payment payment) {
        if (order.status() == Order.Status.PENDING_PAYMENT && payment.status().equals("PAID")) {
            // The money is there; the order hears of it a moment later.
            return new OrderStory(
                    order,
                    visit.t("order.is.paid"),
                    visit.t("order.next.paid"),
                    steps(visit, order, Order.Status.TO_CONFIRM));
        }
        return new OrderStory(
                order,
                visit.t("order.is." + order.status().key()),
                next(visit, order, payment),
                steps(visit, order, order.status()));
    }

    private static @Nullable String next(Visit visit, Order order, OrderGroup.Payment payment) {
        return switch (order.status()) {
            case PENDING_PAYMENT -> pay(visit, payment.expiresAt());
            case TO_CONFIRM -> visit.t("order.next.to-confirm");
            case CONFIRMED -> collected(visit, order.parcel());
            case SHIPPED ->
                payment.beforehand()
                        ? visit.t("order.next.shipped")
                        : visit.t("order.next.shipped-cash", visit.vnd(order.total()));
            case DELIVERED -> visit.t("order.next.delivered");
            case REFUSED, CANCELLED, SENT_BACK, LOST -> moneyBack(visit, payment);
            case EXPIRED -> visit.t("order.next.expired");
        };
    }

    private static String pay(Visit visit, @Nullable Instant until) {
        return until == null
                ? visit.t("order.next.pay")
                : visit.t("order.next.pay-until", visit.dateTime(until), visit.remaining(until));
    }

    private static String collected(Visit visit, Order.@Nullable Parcel parcel) {
        var office = parcel == null ? null : parcel.office();
        return office == null ? visit.t("order.next.confirmed") : visit.t("order.next.collected-by", office);
    }

    private static String moneyBack(Visit visit, OrderGroup.Payment payment) {
        var paid = payment.beforehand()
                && (payment.status().equals("PAID") || payment.status().equals("REFUNDED"));
        if (!paid) {
            return visit.t("order.next.nothing-taken");
        }
        return visit.t(
                payment.direct()
                        ? "order.next.refund-shop"
                        : payment.card() ? "order.next.refund" : "order.next.refund-transfer");
    }

    private static List<Step> steps(Visit visit, Order order, Order.Status status) {
        var steps = new ArrayList<Step>();
        for (var event : order.timeline()) {
            steps.add(step(visit, event, steps.isEmpty()));
        }
        if (!status.over()) {
            ahead(visit, status, steps);
        }
        return List.copyOf(steps);
    }

    /** The first event is the placing, whatever the order then waited for. */
    private static Step step(Visit visit, Order.Event event, boolean first) {
        var detail = event.detail() == null || event.detail().isBlank() ? null : event.detail();
        if (detail != null && event.status() == Order.Status.SENT_BACK) {
            detail = visit.tOr("parcel.failure." + detail, detail);
        }
        var title = first ? "order.step.placed" : "order.step." + event.status().key();
        return new Step(visit.t(title), detail, event.at(), event.status().over() ? Step.State.BAD : Step.State.DONE);
    }

    /** What is yet to come: the first of it is what everyone waits for. */
    private static void ahead(Visit visit, Order.Status status, List<Step> steps) {
        var toPay = status == Order.Status.PENDING_PAYMENT;
        if (toPay) {
            steps.add(new Step(visit.t("order.step.ahead.pay"), null, null, Step.State.NOW));
        }
        var from = toPay ? 1 : WAY.indexOf(status) + 1;
        for (var to : WAY.subList(from, WAY.size())) {
            var waitedFor = !toPay && to == WAY.get(from);
            steps.add(new Step(
                    visit.t("order.step.ahead." + to.key()), null, null, waitedFor ? Step.State.NOW : Step.State.NEXT));
        }
    }

    /** How the parcel ladder stands: each rung's style in turn. */
    public List<Rung> ladder(Visit visit) {
        var at = WAY.indexOf(order.status());
        return WAY.stream()
                .map(status -> new Rung(visit.t("order.rung." + status.key()), style(WAY.indexOf(status), at)))
                .toList();
    }

    /** One rung of the ladder. */
    public record Rung(String label, String style) {}

    private static String style(int rung, int at) {
        if (rung < at || at == WAY.size() - 1) {
            return "done";
        }
        return rung == at ? "now" : "";
    }
}
