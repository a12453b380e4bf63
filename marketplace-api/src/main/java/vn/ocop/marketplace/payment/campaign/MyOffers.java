package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.ProblemException;

/** Which offers are for somebody, and the codes they keep. */
@Service
public class MyOffers {

    private final ActiveOffers active;
    private final Shoppers shoppers;
    private final DatabaseClient database;
    private final Clock clock;

    MyOffers(ActiveOffers active, Shoppers shoppers, DatabaseClient database, Clock clock) {
        this.active = active;
        this.shoppers = shoppers;
        this.database = database;
        this.clock = clock;
    }

    /**
     * An offer as somebody has it.
     *
     * @param reason why it is not for them; null when it is
     * @param kept whether they keep its code
     */
    public record Judged(Offer offer, @Nullable Reason reason, boolean kept) {}

    /** Everything that runs or begins within a day, judged by the server as an order would be. */
    public Mono<List<Judged>> judged(Caller caller, Promotions.Wish wish) {
        return Mono.zip(
                active.snapshot(),
                shoppers.find(caller.id(), wish),
                (snapshot, known) -> snapshot.offers().stream()
                        .map(offer -> judged(offer, known.shopper()))
                        .toList());
    }

    private Judged judged(Offer offer, Shopper shopper) {
        return new Judged(
                offer,
                Entitlement.refusal(offer, shopper, clock.instant()),
                shopper.wallet().contains(offer.id()));
    }

    /** Keeps a code: from now on carts and quotes consider it. Keeping it again changes nothing. */
    public Mono<Offer> keep(String code, Caller caller) {
        var voucher = code.strip().toUpperCase(Locale.ROOT);
        return active.snapshot()
                .flatMap(snapshot -> Mono.justOrEmpty(snapshot.offers().stream()
                        .filter(offer -> voucher.equals(offer.voucher()))
                        .findFirst()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.UNKNOWN_CODE, voucher)))
                .delayUntil(offer -> database.sql("""
                        insert into campaign.wallets (person_id, offer_id, added_at)
                        values (:person, :offer, :now)
                        on conflict do nothing
                        """)
                        .bind("person", caller.id())
                        .bind("offer", offer.id())
                        .bind("now", clock.instant())
                        .then());
    }

    public Mono<Void> drop(UUID offer, Caller caller) {
        return database.sql("delete from campaign.wallets where person_id = :person and offer_id = :offer")
                .bind("person", caller.id())
                .bind("offer", offer)
                .then();
    }
}
