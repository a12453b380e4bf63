package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** What those who speak for carriers may do with parcels, in their own transaction. */
@Service
public class ParcelSteps {

    private final ParcelRepository parcels;
    private final ApplyScan apply;
    private final Waybills waybills;

    ParcelSteps(ParcelRepository parcels, ApplyScan apply, Waybills waybills) {
        this.waybills = waybills;
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

    public Mono<Parcel> findOf(String carrier, String number) {
        return parcels.findAll(List.of(TrackingNumber.tidy(number)))
                .next()
                .filterWhen(parcel -> parcels.carrierOf(parcel.id()).map(carrier::equals));
    }

    /** What a carrier's offices collect, oldest first. */
    public Mono<Page<Parcel>> ofCarrier(
            String carrier, @Nullable ParcelStatus status, @Nullable String after, int limit) {
        return parcels.ofCarrier(carrier, status, after == null ? null : Cursor.decode(after), limit + 1)
                .collectList()
                .map(rows -> Page.of(rows, limit, parcel -> new Cursor(parcel.createdAt(), parcel.id()).encode()));
    }

    public Mono<byte[]> label(Parcel parcel, Language language) {
        return waybills.of(parcel, language);
    }

    public Mono<Parcel> apply(Parcel parcel, Scan scan, Instant toldAt) {
        return apply.to(parcel, scan, toldAt, "");
    }
}
