package vn.ocop.marketplace.payment.ledger;

import reactor.core.publisher.Flux;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What the ledger must agree with, known to the module that holds the documents. Both figures come from one statement,
 * so that nothing can move between them.
 */
public interface LedgerEvidence {

    Flux<Finding> compare();

    /** A figure as the documents say it and as the ledger says it. */
    record Finding(String name, Vnd expected, Vnd found) {}
}
