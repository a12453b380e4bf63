package vn.ocop.marketplace.shipment;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.PostOffices;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** Puts parcels into the queue of the post office that serves the sender's commune, inside the caller's transaction. */
@Service
public class Parcels {

    /** Four digits: enough against taking the wrong parcel, short enough to be read out. */
    private static final int CODES = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final ParcelRepository parcels;
    private final PostOffices offices;
    private final OtherCarriers carriers;
    private final Clock clock;

    Parcels(ParcelRepository parcels, PostOffices offices, OtherCarriers carriers, Clock clock) {
        this.parcels = parcels;
        this.offices = offices;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** One parcel per order, however often it is asked for; it has its number at once. */
    public Mono<Void> request(ParcelRequest request) {
        return offices.serving(request.pickupCommune())
                .switchIfEmpty(Mono.error(() -> new ProblemException(NetworkProblem.NO_OFFICE)))
                .zipWith(parcels.nextSerial().map(TrackingNumber::of))
                .flatMap(both -> parcels.add(request, both.getT1(), both.getT2(), deliveryCode(), clock.instant()))
                .filter(Boolean::booleanValue)
                .flatMap(added -> carriers.requested(request.orderId()));
    }

    private String deliveryCode() {
        return String.format(Locale.ROOT, "%04d", random.nextInt(CODES));
    }

    /** The order was called off: nobody collects it. False when the post has it already. */
    public Mono<Boolean> withdraw(UUID orderId, UUID by) {
        return parcels.withdraw(orderId, by, clock.instant())
                .delayUntil(withdrawn -> withdrawn ? carriers.calledOff(orderId) : Mono.empty());
    }
}
