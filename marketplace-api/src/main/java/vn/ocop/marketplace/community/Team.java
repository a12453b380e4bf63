package vn.ocop.marketplace.community;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A community digital team.
 *
 * @param code what people say to name it, short enough for the telephone
 * @param hamlet where in the commune it works, if not in all of it
 */
public record Team(
        UUID id,
        String code,
        String name,
        String provinceCode,
        String communeCode,
        @Nullable String hamlet,
        Instant createdAt,
        @Nullable Instant closedAt) {

    public boolean open() {
        return closedAt == null;
    }
}
