package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.payment.ledger.LedgerEvidence;

/** What trade needs: a shelf to buy from, people who work, and books that agree with what happened. */
public abstract class Trading implements LocalApi {

    @Autowired
    protected DatabaseClient database;

    @Autowired
    private List<LedgerEvidence> evidence;

    protected Shelf shelf;
    protected Staff staff;

    @BeforeEach
    void openTheMarket() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        staff.openKheSanhOffice();
    }

    /** The ledger's balances against what each module knows of its own. */
    protected void assertBooksAgree() {
        assertThat(Flux.fromIterable(evidence)
                        .concatMap(LedgerEvidence::compare)
                        .collectList()
                        .block())
                .allSatisfy(finding ->
                        assertThat(finding.found()).as(finding.name()).isEqualTo(finding.expected()));
    }

    /** That the audit log has what was done to something, once. */
    protected void assertNoted(String action, String subject) {
        assertThat(staff.noted(action, subject)).as(action).isEqualTo(1);
    }
}
