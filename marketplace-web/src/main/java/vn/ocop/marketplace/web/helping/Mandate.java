package vn.ocop.marketplace.web.helping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a household lets a post office or community team do, as the API tells of it. */
public record Mandate(
        String id,
        String agentKind,
        String agentScope,
        String householdName,
        String phone,
        @Nullable String shopId,
        List<String> permissions,
        LocalDate validTo,
        String state,
        @Nullable String method,
        @Nullable Instant agreedAt,
        @Nullable Instant confirmedAt,
        Instant createdAt) {

    /** A list of them. */
    public record All(List<Mandate> items, @Nullable String next) {}

    /** A code is on its way to the household. */
    public record Sent(String id, String sentTo) {}

    /** What went to the officers. */
    public record Confirmed(String shop, String status, int submitted, int unfinished) {}

    public boolean is(String other) {
        return state.equals(other);
    }

    public boolean onPaper() {
        return "PAPER".equals(method);
    }

    public String stateKey() {
        return state.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
