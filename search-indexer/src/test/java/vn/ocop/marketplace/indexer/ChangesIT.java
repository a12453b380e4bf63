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
import vn.ocop.marketplace.searchcontract.ListingIndex;

class ChangesIT implements LocalIndexer {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private ListingReader reader;

    @Autowired
    private IndexWriter writer;

    @Autowired
    private IndexAdministration indices;

    @BeforeEach
    void indexIsThere() {
        soon().until(() -> one(indices.ready()));
    }

    @Test
    void aSavedListingIsFoundWithinSeconds() {
        var started = System.nanoTime();

        catalogue.listing(catalogue.shop(), "Sâm moithay rừng");

        soon().until(() -> catalogue.found("moithay") == 1);
        // A second on a quiet machine; the rest is for busy ones.
        assertThat(System.nanoTime() - started).isLessThan(10_000_000_000L);
    }

    @Test
    void theNewestStateWinsHoweverManyChangesWait() {
        var listing = catalogue.listing(catalogue.shop(), "Tên cuabandau");
        for (int i = 0; i < 20; i++) {
            catalogue.update(listing, "title_vi = 'Tên lanthu%s'".formatted((char) ('a' + i)));
        }

        soon().until(() -> catalogue.found("lanthut") == 1);
        soon().until(() -> catalogue.waiting() == 0);
        assertThat(catalogue.found("cuabandau")).isZero();
        assertThat(catalogue.indexed())
                .containsEntry(listing.toString(), catalogue.revisionsOnSale().get(listing.toString()));
    }

    @Test
    void whatIsNoLongerOnSaleLeaves() {
        var shop = catalogue.shop();
        var paused = catalogue.listing(shop, "Sắp tamdung");
        var ofClosedShop = catalogue.listing(shop, "Sắp dongcua");
        soon().until(() -> catalogue.found("tamdung") + catalogue.found("dongcua") == 2);

        catalogue.update(paused, "status = 'PAUSED'");
        catalogue.run("update shop.shops set status = 'SUSPENDED' where id = :id", shop);
        catalogue.update(ofClosedShop, "updated_at = updated_at");

        soon().until(() -> catalogue.found("tamdung") + catalogue.found("dongcua") == 0);
    }

    @Test
    void anOlderStateNeverOverwritesANewerOne() {
        var listing = catalogue.listing(catalogue.shop(), "Bản moinhat");
        soon().until(() -> catalogue.found("moinhat") == 1);
        var state = one(reader.read(List.of(listing)).single());
        var older = ListingState.notOnSale(listing, state.revision() - 1);

        var outcome = one(writer.write(List.of(older), List.of(ListingIndex.WRITE_ALIAS)));

        assertThat(outcome.refused()).isEmpty();
        assertThat(catalogue.indexed()).containsEntry(listing.toString(), state.revision());
    }

    @Test
    void whatAKilledCopyHadClaimedComesBack() {
        var listing = catalogue.listing(catalogue.shop(), "Việc dodang", "s13");
        catalogue.run("""
                insert into listing.index_changes (listing_id, created_at, claimed_until, claim, attempts)
                values (:id, now(), now() + interval '2 seconds', gen_random_uuid(), 1)
                """, listing);

        soon().until(() -> catalogue.found("dodang") == 1);
        soon().until(() -> catalogue.waiting() == 0);
    }

    @Test
    void oneBadListingDoesNotHoldUpTheOthers() {
        var shop = catalogue.shop();
        var bad = catalogue.listing(shop, "Hàng hongmat", "no-such-category");
        catalogue.changed(bad);
        var good = catalogue.listing(shop, "Hàng totlam");

        soon().until(() -> catalogue.found("totlam") == 1);
        soon().untilAsserted(() -> assertThat(
                        catalogue.text("select reason as t from listing.index_refusals where listing_id = :id", bad))
                .contains("category"));
        catalogue.update(bad, "category_code = 's13'");
        soon().until(() -> catalogue.found("hongmat") == 1);
        soon().until(() -> catalogue.waiting() == 0);
        assertThat(catalogue.indexed()).containsKeys(bad.toString(), good.toString());
        assertThat(catalogue.number("select count(*) as n from listing.index_refusals"))
                .isZero();
    }

    @Test
    void catchesUpByItselfAfterTheEngineWasAway() {
        var shop = catalogue.shop();
        var listings = new ArrayList<UUID>();
        LINE.cut();
        try {
            for (int i = 0; i < 120; i++) {
                listings.add(catalogue.listing(shop, "Trong luc vangmat " + i));
            }
            assertThat(catalogue.waiting()).isGreaterThanOrEqualTo(120);
        } finally {
            LINE.mend();
        }

        soon().until(() -> catalogue.found("vangmat") == 120);
        soon().until(() -> catalogue.waiting() == 0);
    }
}
