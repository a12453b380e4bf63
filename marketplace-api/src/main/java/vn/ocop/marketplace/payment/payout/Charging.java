package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ReferenceData;
import vn.ocop.marketplace.shop.Shop;

/**
 * Says what is charged on a sale, from rules and rates kept in memory: an order asks no table for them. A rule that is
 * set counts from a day to come, so that every copy of the application knows it by then.
 */
@Component
public class Charging implements ReferenceData {

    private final TermsRepository terms;
    private final Clock clock;
    private final AtomicReference<SaleTerms> kept = new AtomicReference<>(SaleTerms.NONE);

    Charging(TermsRepository terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    public List<LineCharges> of(UUID shop, Shop.LegalKind kind, List<SoldLine> lines) {
        return kept.get().charges(shop, kind, lines, BusinessTime.today(clock));
    }

    @Override
    public Mono<Void> load() {
        return terms.all().doOnNext(kept::set).then();
    }
}
