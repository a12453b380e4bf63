package vn.ocop.marketplace.payment.campaign;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/** What limited offers had left a moment ago. Only a claim says what there really is. */
record Availability(Map<UUID, Left> left) {

    static final Availability UNLIMITED = new Availability(Map.of());

    /** Null where it is not limited. */
    record Left(@Nullable Long pieces, @Nullable Long budget) {}

    Availability {
        left = Map.copyOf(left);
    }

    boolean covers(UUID offer, int counted, Vnd amount) {
        var rest = left.get(offer);
        return rest == null
                || (rest.pieces() == null || rest.pieces() >= counted)
                        && (rest.budget() == null || rest.budget() >= amount.dong());
    }
}
