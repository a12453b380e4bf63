package vn.ocop.marketplace.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.GuestHandover;
import vn.ocop.marketplace.listing.StockReservations;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Lets a buyer call off an order the shop has not confirmed. Of a purchase that is still unpaid everything is called
 * off, because its payment page asks for the whole amount.
 */
@Service
public class CancelOrder implements GuestHandover {

    private final OrderRepository orders;
    private final OrderReads reads;
    private final StockReservations stock;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CancelOrder(
            OrderRepository orders,
            OrderReads reads,
            StockReservations stock,
            Payments payments,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.reads = reads;
        this.stock = stock;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<OrderGroup> cancel(String code, String reason, Caller buyer) {
        return locked(code, buyer)
                .flatMap(group -> callOff(group, code, reason, buyer).thenReturn(group.id()))
                .as(transaction::transactional)
                .flatMap(reads::find);
    }

    private Mono<OrderGroup> locked(String code, Caller buyer) {
        return orders.groupOf(code)
                .delayUntil(orders::lockOfGroup)
                .flatMap(reads::find)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)));
    }

    private Mono<Void> callOff(OrderGroup group, String code, String reason, Caller buyer) {
        var meant = OrderInGroup.of(group, code).order();
        if (meant.status() == OrderStatus.CANCELLED) {
            return Mono.empty();
        }
        var affected = meant.status() == OrderStatus.PENDING_PAYMENT ? group.orders() : List.of(meant);
        var cancelled = affected.stream()
                .map(order -> order.moveTo(OrderStatus.CANCELLED, clock.instant(), reason))
                .toList();
        return orders.saveSteps(cancelled, buyer.id())
                .then(Mono.defer(() -> stock.giveBack(cancelled.stream()
                        .flatMap(order -> order.stock().stream())
                        .toList())))
                .thenMany(Flux.fromIterable(cancelled))
                .concatMap(order -> payments.giveUp(group.id(), order.id(), order.total()))
                .then();
    }

    @Override
    public Mono<Void> handOver(UUID guest, UUID member) {
        return orders.move(guest, member);
    }
}
