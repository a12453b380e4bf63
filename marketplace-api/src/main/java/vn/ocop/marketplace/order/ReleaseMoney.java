package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.ScheduledJob;

/**
 * Lets a shop's money go once its buyer says that all is well, or the time to say otherwise is over and nothing is
 * being returned.
 */
@Service
public class ReleaseMoney implements ScheduledJob {

    private static final int BATCH = 200;

    private final OrderRepository orders;
    private final OrderReads reads;
    private final ReturnRepository returns;
    private final Payments payments;
    private final Promotions promotions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReleaseMoney(
            OrderRepository orders,
            OrderReads reads,
            ReturnRepository returns,
            Payments payments,
            Promotions promotions,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.returns = returns;
        this.payments = payments;
        this.promotions = promotions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "order.release-money";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Void> run() {
        return orders.toRelease(clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(order -> release(order).as(transaction::transactional))
                .then();
    }

    /** Under the order's lock it may turn out that a return was asked for after all. */
    private Mono<Void> release(UUID order) {
        return orders.lockById(order)
                .flatMap(group -> orders.released(order, clock.instant())
                        .filter(Boolean::booleanValue)
                        .flatMap(now -> payments.release(group, order)));
    }

    /** The buyer has it and all is well: nothing can be asked back any more. Saying so twice changes nothing. */
    public Mono<OrderGroup> received(String code, Caller buyer) {
        return orders.lockByCode(code)
                .flatMap(reads::find)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)))
                .map(group -> OrderInGroup.of(group, code))
                .delayUntil(found -> found.order().receivedAt() == null ? received(found, buyer) : Mono.empty())
                .as(transaction::transactional)
                .flatMap(found -> reads.find(found.group().id()));
    }

    private Mono<Void> received(OrderInGroup found, Caller buyer) {
        var order = found.order();
        return returns.open(order.id())
                .filter(open -> !open && mayConfirm(found))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.ILLEGAL_TRANSITION, order.code())))
                .then(Mono.defer(() -> delivered(found, buyer)))
                .then(Mono.defer(() -> orders.received(order.id(), clock.instant())))
                .then(Mono.defer(() -> release(order.id())));
    }

    /** What was paid beforehand the buyer may have before the post says so. */
    public static boolean mayConfirm(OrderInGroup found) {
        return found.order().status() == OrderStatus.DELIVERED
                || found.order().status() == OrderStatus.SHIPPED
                        && found.group().payment().method().paidBeforehand();
    }

    private Mono<Void> delivered(OrderInGroup found, Caller buyer) {
        return found.order().status() == OrderStatus.DELIVERED
                ? Mono.empty()
                : found.moveTo(OrderStatus.DELIVERED, clock.instant(), null)
                        .save(orders, buyer.id())
                        .then(promotions.completed(
                                found.group().id(),
                                found.order().shopId(),
                                found.group().buyerId(),
                                found.group().payment().method().name()));
    }

    /** When the money of an order that has just been delivered may go. */
    Mono<Void> schedule(Order delivered, Instant at) {
        var hours = delivered.lines().stream()
                .mapToInt(OrderLine::returnHours)
                .max()
                .orElse(0);
        return orders.releaseDue(delivered.id(), at.plus(Duration.ofHours(hours)));
    }
}
