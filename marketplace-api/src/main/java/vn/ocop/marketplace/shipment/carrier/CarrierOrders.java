package vn.ocop.marketplace.shipment.carrier;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.shipment.OtherCarriers;

/** Writes down what carriers are to be asked; {@link AskCarrier} asks after the commit. */
@Component
class CarrierOrders implements OtherCarriers {

    private final CarrierRepository carriers;
    private final Outbox outbox;
    private final Clock clock;

    CarrierOrders(CarrierRepository carriers, Outbox outbox, Clock clock) {
        this.carriers = carriers;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> requested(UUID order) {
        return carriers.ask(order, clock.instant())
                .flatMap(parcel -> outbox.append(AskCarrier.TYPE, parcel, new AskCarrier.Asked(parcel)));
    }

    @Override
    public Mono<Void> calledOff(UUID order) {
        return carriers.callOff(order)
                .flatMap(parcel -> outbox.append(AskCarrier.CALL_OFF, parcel, new AskCarrier.Asked(parcel)));
    }
}
