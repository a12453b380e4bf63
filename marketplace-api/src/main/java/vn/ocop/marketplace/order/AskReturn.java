package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * Lets a buyer ask for money back: something is wrong with what came, or nothing came. In time, and one request of an
 * order at a time.
 */
@Service
public class AskReturn {

    private final Idempotency idempotency;
    private final OrderRepository orders;
    private final OrderReads reads;
    private final ReturnRepository returns;
    private final Deadlines deadlines;
    private final ShopDirectory shops;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AskReturn(
            Idempotency idempotency,
            OrderRepository orders,
            OrderReads reads,
            ReturnRepository returns,
            Deadlines deadlines,
            ShopDirectory shops,
            TransactionalOperator transaction,
            Clock clock) {
        this.idempotency = idempotency;
        this.orders = orders;
        this.reads = reads;
        this.returns = returns;
        this.deadlines = deadlines;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a buyer writes; without pieces all that is left of the order is meant. */
    public record Wish(ReturnCase.Kind kind, ReturnCase.Reason reason, List<ReturnCase.Piece> pieces, String words) {

        public Wish {
            pieces = List.copyOf(pieces);
        }
    }

    private record Asked(UUID id) {}

    private record Request(String order, Wish wish) {}

    public Mono<ReturnCase> ask(String code, Wish wish, String key, Caller buyer) {
        return idempotency
                .once(
                        new Idempotency.Request(buyer.id(), key, new Request(code, wish)),
                        new Asked(UUID.randomUUID()),
                        Asked.class,
                        asked -> asked(asked.id(), code, wish, buyer).thenReturn(asked),
                        Mono::just)
                .as(transaction::transactional)
                .flatMap(asked -> returns.find(asked.id()));
    }

    private Mono<Void> asked(UUID id, String code, Wish wish, Caller buyer) {
        return orders.lockByCode(code)
                .flatMap(reads::find)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)))
                .map(group -> OrderInGroup.of(group, code))
                .delayUntil(found -> mayAsk(found, wish))
                .zipWhen(found -> shops.find(found.order().shopId()))
                .flatMap(both -> returns.add(drawUp(id, both.getT1(), both.getT2(), wish), buyer.id(), wish.words()));
    }

    private Mono<Void> mayAsk(OrderInGroup found, Wish wish) {
        var possible = wish.kind() == ReturnCase.Kind.NOT_RECEIVED
                ? wish.reason() == ReturnCase.Reason.NOT_RECEIVED
                        && wish.pieces().isEmpty()
                        && claims(found).mayBeMissed(clock.instant())
                : wish.reason() != ReturnCase.Reason.NOT_RECEIVED
                        && pieces(found.order(), wish).stream().allMatch(piece -> mayReport(found.order(), piece));
        if (!possible) {
            return Mono.error(new ProblemException(
                    OrderProblem.NOT_RETURNABLE, found.order().code()));
        }
        return returns.open(found.order().id())
                .filter(open -> open)
                .flatMap(open -> Mono.error(new ProblemException(
                        OrderProblem.RETURN_OPEN, found.order().code())));
    }

    private boolean mayReport(Order order, ReturnCase.Piece piece) {
        if (piece.position() < 1 || piece.position() > order.lines().size()) {
            return false;
        }
        var line = order.lines().get(piece.position() - 1);
        var until = order.returnUntil(line);
        return piece.pieces() > 0
                && piece.pieces() <= line.quantity() - line.backPieces()
                && until != null
                && clock.instant().isBefore(until);
    }

    /** Until when what can be asked for an order; for its buyer to see. */
    public Claims claims(OrderInGroup found) {
        var order = found.order();
        var problems = order.lines().stream()
                .filter(line -> line.backPieces() < line.quantity())
                .map(order::returnUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var sent = mayHaveBeenMissed(found) ? order.reached(OrderStatus.SHIPPED) : null;
        return sent == null
                ? new Claims(problems, null, null)
                : new Claims(
                        problems,
                        sent.plus(time(order, Deadline.Step.MISSED_FROM)),
                        sent.plus(time(order, Deadline.Step.MISSED_UNTIL)));
    }

    /** What is paid at the door was not paid when nothing came. */
    private static boolean mayHaveBeenMissed(OrderInGroup found) {
        var order = found.order();
        return order.receivedAt() == null
                && order.hasSomethingLeft()
                && (found.group().payment().method().paidBeforehand() || order.status() == OrderStatus.DELIVERED);
    }

    private Duration time(Order order, Deadline.Step step) {
        return deadlines.of(step, order.placedAt());
    }

    /** Until when a problem can be told, and between when that nothing came; null where it cannot at all. */
    public record Claims(
            @Nullable Instant problemUntil,
            @Nullable Instant missedFrom,
            @Nullable Instant missedUntil) {

        boolean mayBeMissed(Instant now) {
            return missedFrom != null && missedUntil != null && !now.isBefore(missedFrom) && now.isBefore(missedUntil);
        }
    }

    private static List<ReturnCase.Piece> pieces(Order order, Wish wish) {
        return wish.pieces().isEmpty()
                ? IntStream.range(0, order.lines().size())
                        .mapToObj(i -> new ReturnCase.Piece(
                                i + 1,
                                order.lines().get(i).quantity()
                                        - order.lines().get(i).backPieces()))
                        .filter(piece -> piece.pieces() > 0)
                        .toList()
                : wish.pieces();
    }

    private ReturnCase drawUp(UUID id, OrderInGroup found, Shop shop, Wish wish) {
        var order = found.order();
        var now = clock.instant();
        return new ReturnCase(
                id,
                order.id(),
                order.code(),
                found.group().buyerId(),
                order.shopId(),
                shop.provinceCode(),
                wish.kind(),
                wish.reason(),
                ReturnStatus.ASKED,
                now.plus(time(order, ReturnStatus.ASKED.deadline())),
                now,
                pieces(order, wish),
                List.of(),
                List.of());
    }
}
