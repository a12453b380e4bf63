package vn.ocop.marketplace.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a batch.
 *
 * @param refused listings that cannot be indexed as they are, with the reason
 * @param pushedBack listings the engine had no room for just now
 */
record WriteOutcome(Map<UUID, String> refused, List<UUID> pushedBack) {

    static final WriteOutcome NONE = new WriteOutcome(Map.of(), List.of());

    /** What the engine makes of one document. */
    enum Refusal {
        NONE,
        PUSHED_BACK,
        REFUSED,
        INDEX_MISSING
    }

    static WriteOutcome refused(UUID listing, String reason) {
        return new WriteOutcome(Map.of(listing, reason), List.of());
    }

    WriteOutcome and(WriteOutcome other) {
        var bothRefused = new LinkedHashMap<>(refused);
        bothRefused.putAll(other.refused);
        var bothPushedBack = new ArrayList<>(pushedBack);
        bothPushedBack.addAll(other.pushedBack);
        return new WriteOutcome(bothRefused, bothPushedBack);
    }

    boolean settles(UUID listing) {
        return !refused.containsKey(listing) && !pushedBack.contains(listing);
    }
}
