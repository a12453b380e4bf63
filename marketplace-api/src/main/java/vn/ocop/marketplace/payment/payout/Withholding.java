package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/** Notes tax that is kept back and tax that is given back, inside the transaction that moves the money. */
@Component
public class Withholding {

    private final TaxRepository taxes;
    private final Clock clock;

    Withholding(TaxRepository taxes, Clock clock) {
        this.taxes = taxes;
        this.clock = clock;
    }

    /** The tax on one order: on how much, and how much of each kind. */
    public record Withheld(UUID part, UUID shop, Vnd base, Vnd vat, Vnd pit) {

        boolean nothing() {
            return vat.plus(pit).equals(Vnd.ZERO);
        }
    }

    /** Once per order; sales without tax leave no trace. */
    public Mono<Void> withhold(List<Withheld> parts) {
        return note("WITHHELD", "", parts);
    }

    /** Once per order and cause. */
    public Mono<Void> reverse(Withheld part, String cause) {
        return note("REVERSED", cause, List.of(part));
    }

    private Mono<Void> note(String kind, String cause, List<Withheld> parts) {
        var taxed = parts.stream().filter(part -> !part.nothing()).toList();
        return taxed.isEmpty() ? Mono.empty() : taxes.add(kind, cause, taxed, clock.instant());
    }
}
