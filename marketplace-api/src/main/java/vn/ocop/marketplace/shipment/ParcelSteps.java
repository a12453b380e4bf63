package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** What those who speak for carriers may do with parcels, in their own transaction. */
@Service
public class ParcelSteps {

    private final ParcelRepository parcels;
    private final ApplyScan apply;

    ParcelSteps(ParcelRepository parcels, ApplyScan apply) {
        this.parcels = parcels;
        this.apply = apply;
    }

    public Mono<Parcel> find(UUID id) {
        return parcels.find(id);
    }

    public Mono<Parcel> lock(UUID id) {
        return parcels.lock(id);
    }

    /** By our number, if the carrier's own office collects it. */
    public Mono<Parcel> lockOf(String carrier, String number) {
        return parcels.lock(TrackingNumber.tidy(number))
                .filterWhen(parcel -> parcels.carrierOf(parcel.id()).map(carrier::equals));
    }

    public Mono<Parcel> apply(Parcel parcel, Scan scan, Instant toldAt) {
        return apply.to(parcel, scan, toldAt, "");
    }
}
