package vn.ocop.marketplace.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.payment.payout.Earnings;
import vn.ocop.marketplace.platform.Vnd;

/** What a carrier owes for goods that it lost; always inside the transaction of what makes it owe it. */
@Service
public class CarrierClaims {

    private final Ledger ledger;
    private final Earnings earnings;

    CarrierClaims(Ledger ledger, Earnings earnings) {
        this.ledger = ledger;
        this.earnings = earnings;
    }

    /** The buyer had not paid yet: the carrier pays the shop for its goods, once per parcel. */
    public Mono<Void> forShop(UUID shop, UUID part, Vnd goods, String parcel) {
        return book(
                        parcel,
                        Posting.of(Balance.of(Account.CARRIER_CLAIMS), Balance.of(Account.SHOP_PAYABLE, shop), goods))
                .then(Mono.defer(() -> earnings.earn(shop, part, "COMPENSATION", goods)));
    }

    /** The buyer got the money back from the platform, and the shop keeps its sale: the carrier owes the platform. */
    public Mono<Void> forPlatform(Vnd givenBack, String parcel) {
        return book(parcel, Posting.of(Balance.of(Account.CARRIER_CLAIMS), Balance.of(Account.LOSSES), givenBack));
    }

    private Mono<Void> book(String parcel, List<Posting> postings) {
        return ledger.book(new LedgerTransaction("CLAIM", parcel, "CLAIM:" + parcel, postings));
    }
}
