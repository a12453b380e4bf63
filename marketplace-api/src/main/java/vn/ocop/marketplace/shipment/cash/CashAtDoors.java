package vn.ocop.marketplace.shipment.cash;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/** What comes with deliveries, in the transaction of the scan that tells of it. */
@Service
public class CashAtDoors {

    private final CashRepository cash;
    private final Clock clock;

    CashAtDoors(CashRepository cash, Clock clock) {
        this.cash = cash;
        this.clock = clock;
    }

    /**
     * Cash of one parcel.
     *
     * @param number what a carrier's list calls it
     * @param collector who took it; null where another carrier tells of it
     * @param onTheRoad whether it is in a bag rather than in a till
     */
    public record Taken(
            String number,
            @Nullable UUID parcel,
            Vnd amount,
            String office,
            @Nullable UUID collector,
            boolean onTheRoad) {}

    /** Into the courier's bag, or into the till of the clerk who handed the parcel over. Once per parcel. */
    public Mono<Void> taken(Taken taken) {
        return cash.taken(taken, clock.instant());
    }
}
