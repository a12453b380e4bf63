package vn.ocop.marketplace.order;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.CounterDrawer;
import vn.ocop.marketplace.payment.CounterPayments;
import vn.ocop.marketplace.shipment.cash.Tills;

/** Between payments at a counter and the clerk's till, neither of which knows the other. */
@Component
class CounterCash implements CounterDrawer {

    private final Tills tills;

    CounterCash(Tills tills) {
        this.tills = tills;
    }

    @Override
    public Mono<Void> paidIn(CounterPayments.Receipt receipt, UUID clerk) {
        return tills.paidIn(receipt.office(), receipt.purchase(), receipt.amount(), clerk);
    }
}
