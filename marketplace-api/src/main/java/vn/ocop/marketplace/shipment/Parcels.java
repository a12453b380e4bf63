package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;

/** Puts parcels into the queue of the post office that serves the sender's commune, inside the caller's transaction. */
@Service
public class Parcels {

    private final ParcelRepository parcels;
    private final PostOffices offices;
    private final CarrierRepository carriers;
    private final Outbox outbox;
    private final Clock clock;

    Parcels(ParcelRepository parcels, PostOffices offices, CarrierRepository carriers, Outbox outbox, Clock clock) {
        this.parcels = parcels;
        this.offices = offices;
        this.carriers = carriers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One parcel per order, however often it is asked for; it has its number at once. */
    public Mono<Void> request(ParcelRequest request) {
        return offices.serving(request.pickupCommune())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.NO_OFFICE)))
                .zipWith(parcels.nextSerial().map(TrackingNumber::of))
                .flatMap(both -> parcels.add(request, both.getT1(), both.getT2(), clock.instant()))
                .filter(Boolean::booleanValue)
                .flatMap(added -> carriers.ask(request.orderId(), clock.instant()))
                .flatMap(parcel -> outbox.append(AskCarrier.TYPE, parcel, new AskCarrier.Asked(parcel)));
    }

    /** The order was called off: nobody collects it. False when the post has it already. */
    public Mono<Boolean> withdraw(UUID orderId, UUID by) {
        return parcels.withdraw(orderId, by, clock.instant());
    }
}
