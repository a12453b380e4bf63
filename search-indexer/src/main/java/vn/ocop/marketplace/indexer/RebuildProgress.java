package vn.ocop.marketplace.indexer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest rebuild of the index, running or over.
 *
 * @param slices how many shares the work has
 * @param finishedSlices how many of them are done
 * @param written documents written to it by reading the catalogue through
 */
record RebuildProgress(
        String indexName,
        State state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long slices,
        long finishedSlices,
        long written,
        @Nullable String lastError) {

    /** How far a rebuild has got. */
    enum State {
        PLANNED,
        RUNNING,
        DONE,
        FAILED;

        boolean over() {
            return this == DONE || this == FAILED;
        }
    }

    boolean everythingCopied() {
        return state == State.RUNNING && finishedSlices == slices;
    }
}
