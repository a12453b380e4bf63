package vn.ocop.marketplace.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Lets a shop say which invoice it has issued for an order, for its buyer to see. Saying the same again changes
 * nothing; another one replaces it, and the former stays on record.
 */
@Service
public class NameInvoice {

    private static final Set<OrderStatus> SOLD =
            EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED);

    private final DatabaseClient database;
    private final OrderRepository orders;
    private final OrderReads reads;
    private final TransactionalOperator transaction;
    private final Clock clock;

    NameInvoice(
            DatabaseClient database,
            OrderRepository orders,
            OrderReads reads,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.reads = reads;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<OrderInGroup> name(String code, EInvoice invoice, Caller seller) {
        return orders.lockByCode(code)
                .flatMap(reads::find)
                .map(group -> OrderInGroup.of(group, code))
                .filter(found -> seller.may(
                        Permission.SHOP_ORDERS, found.order().shopId().toString()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)))
                .delayUntil(found -> invoice.equals(found.order().invoice())
                        ? Mono.empty()
                        : add(mayHaveOne(found), invoice, seller))
                .as(transaction::transactional)
                .flatMap(found -> reads.find(found.group().id()))
                .map(group -> OrderInGroup.of(group, code));
    }

    private OrderInGroup mayHaveOne(OrderInGroup found) {
        if (!SOLD.contains(found.order().status())) {
            throw new ProblemException(
                    OrderProblem.ILLEGAL_TRANSITION, found.order().code());
        }
        return found;
    }

    private Mono<Void> add(OrderInGroup found, EInvoice invoice, Caller seller) {
        invoice.mustFit(LocalDate.ofInstant(found.order().placedAt(), BusinessTime.ZONE), BusinessTime.today(clock));
        return database.sql("""
                insert into orders.e_invoices (order_id, symbol, number, issued_on, lookup_code, lookup_site, entered_by,
                                               entered_at)
                values (:order, :symbol, :number, :issued, :code, :site, :by, :now)
                """)
                .bind("order", found.order().id())
                .bind("symbol", invoice.symbol())
                .bind("number", invoice.number())
                .bind("issued", invoice.issuedOn())
                .bind("code", invoice.lookupCode())
                .bind("site", invoice.lookupSite())
                .bind("by", seller.id())
                .bind("now", clock.instant())
                .then();
    }
}
