package vn.ocop.marketplace.shipment;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whoever speaks to carriers that are not our own desks, told of parcels in the transaction that asks for them. */
public interface OtherCarriers {

    /** A parcel is to be carried; whether one of them is asked depends on whose office collects it. */
    Mono<Void> requested(UUID order);

    /** It is not to be carried any more. */
    Mono<Void> calledOff(UUID order);
}
