package vn.ocop.marketplace.account;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What other modules keep of a guest moves to the member they turn out to be; called in the transaction of the sign-in.
 */
public interface GuestHandover {

    Mono<Void> handOver(UUID guest, UUID member);
}
