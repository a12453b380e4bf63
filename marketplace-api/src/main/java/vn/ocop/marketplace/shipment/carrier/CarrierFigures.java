package vn.ocop.marketplace.shipment.carrier;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.shipment.DeliveryFigures;

/** How well each carrier delivers, for those who choose carriers. */
@Service
public class CarrierFigures {

    private final CarrierRepository carriers;
    private final DeliveryFigures figures;

    CarrierFigures(CarrierRepository carriers, DeliveryFigures figures) {
        this.carriers = carriers;
        this.figures = figures;
    }

    /** One carrier's, reckoned over the parcels its offices sent. */
    public record OfCarrier(String carrier, String name, DeliveryFigures.Figures figures) {}

    public Mono<List<OfCarrier>> all(Caller caller) {
        CarrierDesk.mustKeepCarriers(caller);
        return carriers.carriers()
                .concatMap(carrier -> figures.ofCarrier(carrier.code())
                        .map(found -> new OfCarrier(carrier.code(), carrier.name(), found)))
                .collectList();
    }
}
