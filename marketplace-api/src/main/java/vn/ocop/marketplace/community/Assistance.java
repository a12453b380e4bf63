package vn.ocop.marketplace.community;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who was helped to the marketplace by a community team; for offers to those who were. */
public interface Assistance {

    /** The team that brought a person, guest or member; empty if none did. */
    Mono<UUID> teamOf(UUID person);
}
