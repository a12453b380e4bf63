package vn.ocop.marketplace.account;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Told of every household that has agreed to be helped, in the transaction in which it did. */
public interface HelpedHouseholds {

    Mono<Void> agreed(Memberships.Place agent, UUID household);
}
