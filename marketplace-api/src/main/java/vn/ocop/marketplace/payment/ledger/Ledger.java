package vn.ocop.marketplace.payment.ledger;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Books transactions, always inside the transaction of what causes them. */
@Component
public class Ledger {

    private final LedgerRepository ledger;
    private final Clock clock;

    Ledger(LedgerRepository ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Books it once per key; a repeat, or nothing to post, changes nothing. */
    public Mono<Void> book(LedgerTransaction transaction) {
        return transaction.postings().isEmpty() ? Mono.empty() : ledger.add(transaction, clock.instant());
    }
}
