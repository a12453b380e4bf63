package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.indexer.Catalogue.one;
import static vn.ocop.marketplace.indexer.Catalogue.soon;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocop.marketplace.indexer.RebuildProgress.State;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/** Breaks the index behind the indexer's back. */
class DriftIT implements LocalIndexer {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private DriftLog drift;

    @Autowired
    private RebuildLog rebuilds;

    @Autowired
    private ListingReader reader;

    @Autowired
    private IndexWriter writer;

    @Autowired
    private IndexAdministration indices;

    @BeforeEach
    void allIsWell() {
        // The first check after the start is over too, so that none mends in the middle of a test.
        soon().until(() -> one(indices.ready())
                && one(rebuilds.latest()).state() == State.DONE
                && one(drift.latest()).finishedAt() != null
                && catalogue.waiting() == 0);
    }

    @Test
    void missingOldAndLeftOverDocumentsAreMended() {
        var shop = catalogue.shop();
        var listings = new ArrayList<UUID>();
        for (int i = 0; i < 250; i++) {
            listings.add(catalogue.listing(shop, "Hàng troi " + i));
        }
        soon().until(() -> catalogue.waiting() == 0);
        var lost = one(reader.read(List.of(listings.get(3))).single());
        one(writer.write(List.of(ListingState.notOnSale(lost.id(), lost.revision())), alias()));
        // Changed without telling the feed, and taken off sale without telling it.
        catalogue.run(
                "update listing.listings set title_vi = 'Hàng daura', revision = nextval('listing.revisions') where id = :id",
                listings.get(120));
        catalogue.run(
                "update listing.listings set status = 'PAUSED', revision = nextval('listing.revisions') where id = :id",
                listings.get(240));

        checkNow();

        soon().untilAsserted(() -> assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale()));
        assertThat(catalogue.found("daura")).isEqualTo(1);
        // Nobody told the feed, so only a check can have mended them; a later one, finding nothing, may have reported.
        assertThat(one(drift.latest()).slices()).isGreaterThan(2);
    }

    @Test
    void anIndexThatIsTheSameIsLeftAlone() {
        catalogue.listing(catalogue.shop(), "Hàng khongtroi");
        soon().untilAsserted(() -> assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale()));

        checkNow();

        assertThat(one(drift.latest()).mended()).isZero();
        assertThat(one(drift.latest()).listings())
                .isEqualTo(catalogue.revisionsOnSale().size());
    }

    /** As after restoring a backup of the database: no write could bring the document back to an older version. */
    @Test
    void anIndexAheadOfTheCatalogueIsBuiltAnew() {
        var listing = catalogue.listing(catalogue.shop(), "Hàng tuonglai");
        soon().until(() -> catalogue.found("tuonglai") == 1);
        var state = one(reader.read(List.of(listing)).single());
        one(writer.write(
                List.of(new ListingState(listing, state.revision() + 1_000_000, state.document(), null)), alias()));
        var before = one(rebuilds.latest()).indexName();

        checkNow();

        soon().until(() -> one(rebuilds.latest()).state() == State.DONE
                && !one(rebuilds.latest()).indexName().equals(before));
        soon().untilAsserted(() -> assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale()));
    }

    private static List<String> alias() {
        return List.of(ListingIndex.WRITE_ALIAS);
    }

    private void checkNow() {
        one(catalogue.refresh());
        var due = "update listing.index_drift_check set finished_at = null where :id::uuid is not null";
        soon().until(() -> one(drift.latest()).finishedAt() != null);
        catalogue.run(due, new UUID(0, 0));
        soon().until(() -> one(drift.latest()).finishedAt() != null);
    }
}
