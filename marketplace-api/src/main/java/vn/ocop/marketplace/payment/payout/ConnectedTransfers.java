package vn.ocop.marketplace.payment.payout;

import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/** Pays sellers into accounts they have at the card's provider. */
public interface ConnectedTransfers {

    /** A payout, by whose id it counts once however often it is sent. */
    record Transfer(UUID payout, String code, Vnd amount, String destination) {}

    /** Answers the provider's number of it; fails with {@link Refused} where asking again would not help. */
    Mono<String> send(Transfer transfer);

    /** The provider will not have it. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String why) {
            super(why, null, false, false);
        }
    }
}
