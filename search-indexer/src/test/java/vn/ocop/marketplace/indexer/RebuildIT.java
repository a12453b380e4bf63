package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.indexer.Catalogue.one;
import static vn.ocop.marketplace.indexer.Catalogue.soon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.ocop.marketplace.indexer.RebuildProgress.State;

class RebuildIT implements LocalIndexer {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private RebuildController rebuilds;

    @Autowired
    private RebuildLog log;

    @Autowired
    private IndexAdministration indices;

    @Autowired
    private Elasticsearch engine;

    @Autowired
    private IndexerMetrics metrics;

    @BeforeEach
    void nothingRuns() {
        soon().until(() -> one(indices.ready()) && one(log.latest()).state() == State.DONE);
    }

    @Test
    void changesMadeDuringARebuildAreNotLost() {
        var shop = catalogue.shop();
        var listings = new ArrayList<UUID>();
        for (int i = 0; i < 300; i++) {
            listings.add(catalogue.listing(shop, "Hàng dungsan " + i));
        }
        soon().until(() -> catalogue.waiting() == 0);

        var begun = one(rebuilds.begin()).getBody();
        for (int i = 0; i < 200; i++) {
            catalogue.update(listings.get(i), i % 4 == 0 ? "status = 'PAUSED'" : "title_vi = 'Hàng suadoi " + i + "'");
        }
        for (int i = 0; i < 50; i++) {
            catalogue.listing(shop, "Hàng moithem " + i);
        }

        assertThat(begun).extracting(RebuildProgress::state).isEqualTo(State.PLANNED);
        soon().until(() -> one(log.latest()).state() == State.DONE);
        soon().until(() -> catalogue.waiting() == 0);
        assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale());
    }

    @Test
    void askingTwiceIsAskingOnce() {
        one(log.begin());
        var running = one(log.latest());

        var again = one(rebuilds.begin()).getBody();

        assertThat(again).extracting(RebuildProgress::indexName).isEqualTo(running.indexName());
        soon().until(() -> one(log.latest()).state() == State.DONE);
    }

    @Test
    void anotherCopyFinishesWhatAKilledOneBegan() {
        catalogue.listing(catalogue.shop(), "Hàng cua ban truoc");
        soon().until(() -> catalogue.waiting() == 0);
        catalogue.run("""
                with abandoned as (
                    insert into listing.index_rebuild_slices (index_name, slice, from_id, to_id, after_id, claim, claimed_until)
                    values ('listings-left-behind', 0, :id, 'ffffffff-ffff-ffff-ffff-ffffffffffff', :id,
                            gen_random_uuid(), now() + interval '2 seconds'))
                update listing.index_rebuild
                   set index_name = 'listings-left-behind', state = 'RUNNING', finished_at = null
                """, new UUID(0, 0));

        soon().until(() -> one(log.latest()).state() == State.DONE);

        assertThat(one(log.latest()).indexName()).isEqualTo("listings-left-behind");
        assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale());
    }

    @Test
    void severalCopiesShareTheWork() {
        var shop = catalogue.shop();
        for (int i = 0; i < 1500; i++) {
            catalogue.listing(shop, "Hàng chungsuc", "s13");
        }
        var properties = new String[] {
            "spring.r2dbc.url=" + DATABASE.r2dbcUrl(),
            "indexer.elasticsearch-url=" + LINE.url(),
            "indexer.batch=20",
            "indexer.slice=100",
            "server.port=0"
        };
        try (var other = new SpringApplicationBuilder(SearchIndexer.class)
                .run(Arrays.stream(properties).map("--"::concat).toArray(String[]::new))) {
            double here = metrics.rebuiltSoFar();
            one(rebuilds.begin());
            soon().until(() -> one(log.latest()).state() == State.DONE);

            assertThat(other.getBean(IndexerMetrics.class).rebuiltSoFar()).isPositive();
            assertThat(metrics.rebuiltSoFar()).isGreaterThan(here);
        }
        assertThat(one(log.latest()).slices()).isGreaterThanOrEqualTo(15);
        assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale());
    }

    /** The index is taken away under the hands of those who fill it. */
    @Test
    void anIndexLostWhileItIsFilledIsFilledFromTheStart() {
        var shop = catalogue.shop();
        for (int i = 0; i < 600; i++) {
            catalogue.listing(shop, "Hàng giuachung", "s13");
        }
        ENGINE.takesForBulks(Duration.ofMillis(200));
        try {
            one(rebuilds.begin());
            soon().until(() -> one(log.latest()).written() > 0);
            one(engine.delete("/" + one(log.latest()).indexName()));
        } finally {
            ENGINE.takesForBulks(Duration.ZERO);
        }

        soon().until(() -> one(log.latest()).state() == State.DONE);
        assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale());
    }

    @Test
    void anEngineThatLostItsDataIsFilledAgain() {
        catalogue.listing(catalogue.shop(), "Hàng mat het");
        soon().until(() -> catalogue.waiting() == 0);

        one(engine.delete("/" + one(log.latest()).indexName()));

        soon().until(() -> one(indices.ready()));
        assertThat(catalogue.indexed()).isEqualTo(catalogue.revisionsOnSale());
    }

    @Test
    void aListingNobodyCanReadDoesNotStopARebuild() {
        var shop = catalogue.shop();
        var bad = catalogue.listing(shop, "Hàng khongdoc", "no-such-category");
        var good = catalogue.listing(shop, "Hàng docduoc");
        soon().until(() -> catalogue.waiting() == 0);

        try {
            one(rebuilds.begin());

            soon().until(() -> one(log.latest()).state() == State.DONE);
            assertThat(catalogue.indexed()).containsKey(good.toString()).doesNotContainKey(bad.toString());
        } finally {
            catalogue.update(bad, "status = 'CLOSED'");
        }
    }

    @Test
    void onlyOneIndexIsLeft() {
        one(rebuilds.begin());
        soon().until(() -> one(log.latest()).state() == State.DONE);

        soon().untilAsserted(() -> assertThat(one(engine.get("/listings-*/_mapping?filter_path=*.mappings._meta"))
                        .required()
                        .propertyNames())
                .containsExactly(one(log.latest()).indexName()));
    }
}
