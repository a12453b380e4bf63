package vn.ocop.marketplace.indexer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest rebuild of the index, running or over.
 *
 * @param afterId the last listing that is surely in the new index; nothing yet when absent
 * @param written documents written to it by reading the catalogue through
 */
record RebuildProgress(
        String indexName,
        State state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID afterId,
        long written,
        @Nullable String lastError) {

    /** How far a rebuild has got. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
