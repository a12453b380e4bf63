package vn.ocop.marketplace.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import vn.ocop.marketplace.payment.CarrierMoney;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.shipment.cash.CashEvents;

/** Between the post, which matches what carriers hand over, and the books, neither of which knows the other. */
@Configuration(proxyBeanMethods = false)
class CarrierRemittances {

    private final CarrierMoney money;
    private final TransactionalOperator transaction;

    CarrierRemittances(CarrierMoney money, TransactionalOperator transaction) {
        this.money = money;
        this.transaction = transaction;
    }

    @Bean
    OutboxHandler<CashEvents.Remitted> booksOfRemittances() {
        return OutboxHandler.of(
                CashEvents.REMITTED,
                CashEvents.Remitted.class,
                received -> money.received(
                                received.id(),
                                received.carrier(),
                                received.bankRef(),
                                received.matched(),
                                received.unmatched())
                        .as(transaction::transactional));
    }
}
