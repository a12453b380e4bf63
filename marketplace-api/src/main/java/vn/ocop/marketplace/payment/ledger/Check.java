package vn.ocop.marketplace.payment.ledger;

import java.time.Instant;
import vn.ocop.marketplace.platform.Vnd;

/** What a comparison of the ledger with something else found. */
public record Check(String name, Vnd expected, Vnd found, Instant at) {

    public Vnd difference() {
        return found.minus(expected);
    }
}
