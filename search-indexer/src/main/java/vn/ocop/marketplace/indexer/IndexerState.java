package vn.ocop.marketplace.indexer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.indexer.DriftLog.DriftReport;
import vn.ocop.marketplace.indexer.Refusals.Refused;

/**
 * How the indexer is, for people and programs.
 *
 * @param engine colour of the engine's cluster, or {@code away}
 * @param documentsPerSecond written over the last ten seconds by the copy that answers
 * @param refusals the latest of those set aside
 */
record IndexerState(
        String engine,
        long lagRows,
        double lagSeconds,
        double documentsPerSecond,
        long bulkSize,
        long setAside,
        long refusedSoFar,
        long interruptionsSoFar,
        @Nullable RebuildProgress rebuild,
        @Nullable DriftReport drift,
        List<Refused> refusals) {}
