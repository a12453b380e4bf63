package vn.ocop.marketplace.order;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All SQL that writes refunds. Only under the order's lock. */
@Repository
class RefundRepository {

    private final DatabaseClient database;

    RefundRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The refund with its lines, and what has gone back of the order, in one statement. */
    Mono<Void> add(UUID order, OrderRefund refund, RefundPlan plan, GiveMoneyBack.Decision decision) {
        return database.sql("""
                with refunded as (
                    insert into orders.refunds (id, order_id, cause, bearer, goods_to, reason, goods, delivery, actor_id, at)
                    values (:id, :order, :cause, :bearer, :goodsTo, :reason, :goods, :delivery, :actor, :at)
                    returning id),
                back as (
                    select *
                      from unnest(:positions::integer[], :pieces::integer[], :amounts::bigint[])
                           as b (position, pieces, goods)),
                lined as (
                    insert into orders.refund_lines (refund_id, position, pieces, goods)
                    select r.id, b.position, b.pieces, b.goods from refunded r, back b),
                lines as (
                    update orders.order_lines l
                       set back_pieces = l.back_pieces + b.pieces, back_goods = l.back_goods + b.goods
                      from back b
                     where l.order_id = :order
                       and l.position = b.position)
                update orders.orders
                   set back_delivery = back_delivery + :delivery, version = version + 1
                 where id = :order
                """)
                .bind("id", refund.id())
                .bind("order", order)
                .bind("cause", refund.cause().name())
                .bind("bearer", decision.bearer().name())
                .bind("goodsTo", refund.goodsTo().name())
                .bind("reason", refund.reason())
                .bind("goods", refund.goods().dong())
                .bind("delivery", refund.delivery().dong())
                .bind("at", refund.at())
                .bind("positions", each(plan.lines(), RefundPlan.Line::position, Integer[]::new))
                .bind("pieces", each(plan.lines(), RefundPlan.Line::pieces, Integer[]::new))
                .bind("amounts", each(plan.lines(), line -> line.goods().dong(), Long[]::new))
                .bind("actor", orNull(decision.actor(), UUID.class))
                .then();
    }

    private static <T> T[] each(
            List<RefundPlan.Line> lines, Function<RefundPlan.Line, T> part, IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }
}
