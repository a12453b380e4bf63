package vn.ocop.marketplace.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.payment.RefundAccount;
import vn.ocop.marketplace.payment.RefundAccounts;
import vn.ocop.marketplace.payment.Takeback;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Lets a shop give money back for an order by itself: some pieces, an amount, or all of it. Before the order is on its
 * way it is refused or called off instead.
 */
@Service
public class RefundOrder {

    private final Idempotency idempotency;
    private final OrderRepository orders;
    private final OrderReads reads;
    private final GiveMoneyBack money;
    private final RefundAccounts accounts;
    private final TransactionalOperator transaction;

    RefundOrder(
            Idempotency idempotency,
            OrderRepository orders,
            OrderReads reads,
            GiveMoneyBack money,
            RefundAccounts accounts,
            TransactionalOperator transaction) {
        this.idempotency = idempotency;
        this.orders = orders;
        this.reads = reads;
        this.money = money;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * What a shop gives back: pieces, or an amount; with neither all that is left.
     *
     * @param delivery whether the share of the delivery goes back too
     */
    public record Wish(
            List<Pieces> pieces, @Nullable Vnd amount, boolean delivery, OrderRefund.GoodsTo goodsTo, String reason) {

        /** So many pieces of the line at a position, counted from one. */
        public record Pieces(int line, int quantity) {}

        public Wish {
            pieces = List.copyOf(pieces);
        }

        RefundPlan plan(Order order) {
            if (amount != null) {
                return RefundPlan.ofAmount(order, amount);
            }
            return pieces.isEmpty()
                    ? RefundPlan.ofAllThatIsLeft(order).mustBeSomething(order)
                    : RefundPlan.ofPieces(
                            order,
                            pieces.stream().collect(Collectors.toMap(Pieces::line, Pieces::quantity, Math::addExact)),
                            delivery);
        }
    }

    private record Done(UUID group) {}

    private record Asked(String order, Wish wish) {}

    public Mono<OrderInGroup> refund(String code, Wish wish, String key, Caller seller) {
        return idempotency
                .once(
                        new Idempotency.Request(seller.id(), key, new Asked(code, wish)),
                        Done.class,
                        () -> refunded(code, wish, seller))
                .as(transaction::transactional)
                .flatMap(done -> reads.find(done.group()))
                .map(group -> OrderInGroup.of(group, code));
    }

    private Mono<Done> refunded(String code, Wish wish, Caller seller) {
        return orders.lockByCode(code)
                .flatMap(reads::find)
                .map(group -> OrderInGroup.of(group, code))
                .filter(found ->
                        seller.may(Permission.SHOP_MONEY, found.order().shopId().toString()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)))
                .flatMap(found -> money.carryOut(mayBeRefunded(found), wish.plan(found.order()), decision(wish, seller))
                        .thenReturn(new Done(found.group().id())));
    }

    private static OrderInGroup mayBeRefunded(OrderInGroup found) {
        if (!found.order().status().refundable()) {
            throw new ProblemException(
                    OrderProblem.ILLEGAL_TRANSITION, found.order().code());
        }
        return found;
    }

    private static GiveMoneyBack.Decision decision(Wish wish, Caller seller) {
        return new GiveMoneyBack.Decision(
                OrderRefund.Cause.SHOP, wish.goodsTo(), Takeback.Bearer.SHOP, wish.reason(), seller.id());
    }

    /** The buyer says where money that did not come by card is to go back to. */
    public Mono<RefundAccount> account(String groupCode, RefundAccount account, Caller buyer) {
        return ofBuyer(groupCode, buyer)
                .flatMap(group -> accounts.keep(group.id(), account))
                .thenReturn(account);
    }

    public Mono<RefundAccount> account(String groupCode, Caller buyer) {
        return ofBuyer(groupCode, buyer)
                .flatMap(group -> accounts.find(group.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, groupCode)));
    }

    private Mono<OrderGroup> ofBuyer(String groupCode, Caller buyer) {
        return reads.findByCode(groupCode)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, groupCode)));
    }
}
