package vn.ocop.marketplace.account;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What one module keeps of a person: it can say it, and forget it as far as the law lets it. */
public interface PersonalData {

    /** The name of its part of an export. */
    String section();

    /** Everything that is known of the person, as it goes into JSON; empty when there is nothing. */
    Mono<Object> export(UUID person);

    /** Why the person cannot be forgotten now, as a key of a message bundle; empty when nothing stands against it. */
    default Mono<String> reasonToKeep(UUID person) {
        return Mono.empty();
    }

    /** Forgets the person; called in the transaction that erases the account. */
    Mono<Void> erase(UUID person);
}
