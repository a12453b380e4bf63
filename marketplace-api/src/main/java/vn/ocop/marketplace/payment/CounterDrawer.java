package vn.ocop.marketplace.payment;

import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.payout.PostCounters;

/** Where cash from a counter lies until the post hands it over; told in the transaction that books the payment. */
public interface CounterDrawer extends PostCounters {

    Mono<Void> paidIn(CounterPayments.Receipt receipt, UUID clerk);
}
