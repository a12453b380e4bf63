package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.indexer.Catalogue.one;
import static vn.ocop.marketplace.indexer.Catalogue.soon;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocop.marketplace.indexer.MoodyEngine.Mood;

class BackPressureIT implements LocalIndexer {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private EnginePressure pressure;

    @Autowired
    private IndexAdministration indices;

    @BeforeEach
    void indexIsThere() {
        soon().until(() -> one(indices.ready()) && catalogue.waiting() == 0);
    }

    @AfterEach
    void cheerUp() {
        ENGINE.is(Mood.WELL);
        ENGINE.takesForBulks(Duration.ZERO);
    }

    @Test
    void anEngineThatRefusesIsAskedForLessAndLaterAndGetsItAll() {
        refuseFor(Mood.REFUSES, "quatai");
    }

    @Test
    void documentsPushedBackAreSentAgainAndNotSetAside() {
        refuseFor(Mood.REFUSES_DOCUMENTS, "daylai");

        assertThat(catalogue.number(
                        "select count(*) as n from listing.index_refusals where reason like 'es_rejected%'"))
                .isZero();
    }

    private void refuseFor(Mood mood, String word) {
        var shop = catalogue.shop();
        ENGINE.is(mood);
        int before = ENGINE.refused();
        for (int i = 0; i < 80; i++) {
            catalogue.listing(shop, "Hàng " + word + " " + i);
        }
        soon().until(() -> ENGINE.refused() - before >= 3);

        assertThat(pressure.size()).isLessThan(50);
        assertThat(pressure.pause()).isPositive();
        assertThat(catalogue.waiting()).isPositive();

        ENGINE.is(Mood.WELL);
        soon().until(() -> catalogue.found(word) == 80);
        soon().until(() -> catalogue.waiting() == 0);
    }

    /** It answers after the indexer's patience: what it did then is simply done again. */
    @Test
    void anEngineThatIsTooSlowGetsItAllInTheEnd() {
        var shop = catalogue.shop();
        ENGINE.takesForBulks(Duration.ofSeconds(5));
        for (int i = 0; i < 30; i++) {
            catalogue.listing(shop, "Hàng chamqua " + i);
        }
        soon().until(() -> pressure.pause().isPositive());

        ENGINE.takesForBulks(Duration.ZERO);

        soon().until(() -> catalogue.found("chamqua") == 30);
        soon().until(() -> catalogue.waiting() == 0);
    }
}
