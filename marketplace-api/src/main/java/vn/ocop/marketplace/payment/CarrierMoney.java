package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Vnd;

/** Cash that carriers took at doors and hand over to the platform. */
@Service
public class CarrierMoney {

    private final DatabaseClient database;
    private final Ledger ledger;
    private final Clock clock;

    CarrierMoney(DatabaseClient database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Money that came to the bank: what deliveries explain is no longer owed, the rest waits for a person. Once per id.
     */
    public Mono<Void> received(UUID id, String carrier, String bankRef, Vnd matched, Vnd unmatched) {
        var bank = Balance.of(Account.BANK);
        var postings = new ArrayList<Posting>();
        postings.addAll(Posting.of(bank, Balance.of(Account.CARRIER_RECEIVABLE), matched));
        postings.addAll(Posting.of(bank, Balance.of(Account.CARRIER_UNMATCHED), unmatched));
        return database.sql("""
                        insert into payment.carrier_remittances (id, carrier, bank_ref, matched, unmatched, at)
                        values (:id, :carrier, :ref, :matched, :unmatched, :now)
                        on conflict (id) do nothing
                        """)
                .bind("id", id)
                .bind("carrier", carrier)
                .bind("ref", bankRef)
                .bind("matched", matched.dong())
                .bind("unmatched", unmatched.dong())
                .bind("now", clock.instant())
                .then()
                .then(Mono.defer(() -> ledger.book(
                        new LedgerTransaction("REMITTANCE", "remittance:" + id, "REMITTANCE:" + id, postings))));
    }
}
