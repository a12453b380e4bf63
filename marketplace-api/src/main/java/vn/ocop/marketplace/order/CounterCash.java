package vn.ocop.marketplace.order;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.CounterDrawer;
import vn.ocop.marketplace.payment.CounterPayments;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.cash.Tills;
import vn.ocop.marketplace.shipment.network.PostOffice;
import vn.ocop.marketplace.shipment.network.PostOffices;

/** Between money at a counter and the clerk's till, neither of which knows the other. */
@Component
class CounterCash implements CounterDrawer {

    private static final int OFFICES = 20;

    private final Tills tills;
    private final PostOffices offices;

    CounterCash(Tills tills, PostOffices offices) {
        this.tills = tills;
        this.offices = offices;
    }

    @Override
    public Mono<Void> paidIn(CounterPayments.Receipt receipt, UUID clerk) {
        return tills.paidIn(receipt.office(), receipt.purchase(), receipt.amount(), clerk);
    }

    @Override
    public Mono<Void> paidOut(String office, String payout, Vnd amount, UUID clerk) {
        return tills.paidOut(office, payout, amount, clerk);
    }

    @Override
    public Mono<String> officeName(String code) {
        return offices.find(code).map(PostOffice::name);
    }

    /** The one that serves the commune, then the others of its carrier, those of the province first. */
    @Override
    public Mono<Map<String, String>> officesFor(String communeCode) {
        return offices.serving(communeCode)
                .flatMap(offices::find)
                .flatMapMany(nearest -> Flux.concat(Mono.just(nearest), offices.beside(nearest, OFFICES)))
                .collect(LinkedHashMap::new, (found, office) -> found.put(office.code(), office.name()));
    }
}
