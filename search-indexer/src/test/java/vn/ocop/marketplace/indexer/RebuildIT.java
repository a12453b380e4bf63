package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.indexer.Catalogue.one;
import static vn.ocop.marketplace.indexer.Catalogue.soon;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

        assertThat(begun).extracting(RebuildProgress::state).isEqualTo(State.RUNNING);
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
                update listing.index_rebuild
                   set index_name = 'listings-left-behind', state = 'RUNNING', finished_at = null, after_id = :id,
                       claim = gen_random_uuid(), claimed_until = now() + interval '2 seconds'
                """, new UUID(-1, -1));

        soon().until(() -> one(log.latest()).state() == State.DONE);

        assertThat(one(indices.exists("listings-left-behind"))).isTrue();
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

        one(rebuilds.begin());

        soon().until(() -> one(log.latest()).state() == State.DONE);
        assertThat(catalogue.indexed()).containsKey(good.toString()).doesNotContainKey(bad.toString());
        catalogue.run("update listing.listings set status = 'CLOSED' where id = :id", bad);
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
