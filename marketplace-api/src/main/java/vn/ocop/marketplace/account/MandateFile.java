package vn.ocop.marketplace.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate from the question to its end.
 *
 * @param agent who works for the household
 * @param phone the household's, in international form
 * @param household the household's account, from its word on
 * @param paper the picture of the signed paper
 * @param agreedWith who took the household's word
 * @param confirmedAt when the household last said that what was prepared may be offered
 */
public record MandateFile(
        UUID id,
        Memberships.Place agent,
        String householdName,
        String phone,
        @Nullable UUID household,
        @Nullable UUID shop,
        Set<Permission> permissions,
        LocalDate validTo,
        @Nullable Method method,
        @Nullable UUID paper,
        @Nullable Instant agreedAt,
        @Nullable UUID agreedWith,
        @Nullable Instant approvedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        UUID createdBy,
        Instant createdAt) {

    /** How the household gave its word. */
    public enum Method {
        CODE,
        PAPER
    }

    /** How far it has got. */
    public enum State {
        /** The household has not said yes. */
        ASKED,
        /** A second person has to look at the signed paper. */
        TO_APPROVE,
        ACTIVE,
        ENDED
    }

    public MandateFile {
        permissions = Set.copyOf(permissions);
    }

    public State state(LocalDate today) {
        if (endedAt != null || today.isAfter(validTo)) {
            return State.ENDED;
        }
        if (agreedAt == null) {
            return State.ASKED;
        }
        return approvedAt == null ? State.TO_APPROVE : State.ACTIVE;
    }

    /** The household itself, as it would sign in and work for its own shop; what it agreed to is its own doing. */
    public Caller asHousehold() {
        if (household == null || shop == null) {
            throw new IllegalStateException("no household yet");
        }
        return new Caller(household, false, Set.of(Membership.owner(Membership.Kind.SHOP, shop.toString())));
    }

    @Override
    public String toString() {
        return "MandateFile[" + id + "]";
    }
}
