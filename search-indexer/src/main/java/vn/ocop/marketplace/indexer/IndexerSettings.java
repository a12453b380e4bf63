package vn.ocop.marketplace.indexer;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the indexer works.
 *
 * @param batch how many changes are claimed, and documents written, at once
 * @param workers how many batches one copy has in hand at a time
 * @param lease after this long, work that a copy claimed and did not finish belongs to any other
 * @param pollBusy pause while there is work
 * @param pollIdle longest pause while there is none
 */
@ConfigurationProperties("indexer")
record IndexerSettings(
        URI elasticsearchUrl, int batch, int workers, Duration lease, Duration pollBusy, Duration pollIdle) {}
