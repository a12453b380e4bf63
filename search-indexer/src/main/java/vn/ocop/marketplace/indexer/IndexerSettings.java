package vn.ocop.marketplace.indexer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the indexer works.
 *
 * @param elasticsearchUrl the nodes of the engine; when one is away the others are asked
 * @param batch how many changes are claimed, and documents written, at once at most
 * @param workers how many batches one copy has in hand at a time
 * @param slice how many listings one share of a rebuild has
 * @param patience how long the engine may take for an answer
 * @param lease after this long, work that a copy claimed and did not finish belongs to any other
 * @param pollBusy pause while there is work
 * @param pollIdle longest pause while there is none
 * @param driftEvery how often the index is compared with the catalogue
 */
@ConfigurationProperties("indexer")
record IndexerSettings(
        List<URI> elasticsearchUrl,
        int batch,
        int workers,
        int slice,
        Duration patience,
        Duration lease,
        Duration pollBusy,
        Duration pollIdle,
        Duration driftEvery) {

    IndexerSettings {
        elasticsearchUrl = List.copyOf(elasticsearchUrl);
        // Otherwise a slow engine would make a second copy do what the first is still doing.
        if (lease.compareTo(patience.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("indexer.lease must be at least twice indexer.patience");
        }
    }
}
