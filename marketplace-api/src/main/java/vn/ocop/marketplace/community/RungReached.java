package vn.ocop.marketplace.community;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which shops have reached a rung of the ladder; answered by the module in which it happens. */
public interface RungReached {

    Rung rung();

    /** Those of the shops that have, with one query. */
    Mono<Set<UUID>> by(Collection<UUID> shops);
}
