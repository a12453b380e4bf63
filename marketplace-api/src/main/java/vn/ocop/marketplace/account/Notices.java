package vn.ocop.marketplace.account;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;

/**
 * Tells a person, or the owners of a workplace, something by message. To be called in the transaction of what is told:
 * the message goes out after it, one by one, so that one owner's refused number keeps nothing from the others.
 */
@Service
public class Notices {

    static final String TYPE = "account.notice.v1";
    private static final int MOST_OWNERS = 20;

    private final MembershipRepository memberships;
    private final Outbox outbox;

    Notices(MembershipRepository memberships, Outbox outbox) {
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /**
     * What is sent.
     *
     * @param text the key of a message
     */
    record Notice(String text, List<String> arguments) {}

    /** To one person, as far as it is known how. */
    public Mono<Void> toPerson(UUID person, String text, String... arguments) {
        return outbox.append(TYPE, person, new Notice(text, List.of(arguments)));
    }

    /** The arguments fill the text; they hold nothing that may not be read on a locked screen. */
    public Mono<Void> toOwners(Membership.Kind kind, String scope, String text, String... arguments) {
        return memberships
                .at(new Memberships.Place(kind, scope))
                .filter(Memberships.Worker::owner)
                .take(MOST_OWNERS)
                .concatMap(owner -> outbox.append(TYPE, owner.personId(), new Notice(text, List.of(arguments))))
                .then();
    }
}
