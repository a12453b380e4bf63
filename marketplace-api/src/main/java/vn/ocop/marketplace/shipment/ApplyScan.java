package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.cash.CashAtDoors;

/** Writes a scan down under the parcel's lock and tells the order what is new. */
@Component
class ApplyScan {

    private final ParcelRepository parcels;
    private final CashAtDoors cash;
    private final Outbox outbox;
    private final Clock clock;

    ApplyScan(ParcelRepository parcels, CashAtDoors cash, Outbox outbox, Clock clock) {
        this.parcels = parcels;
        this.cash = cash;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Parcel> to(Parcel parcel, Scan scan, @Nullable Instant deviceAt, String note) {
        var scanned = parcel.scanned(scan);
        return parcels.save(scanned, deviceAt, note, clock.instant())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.SCAN_ID_USED)))
                .thenMany(Flux.fromIterable(scanned.news()))
                .concatMap(step -> tell(scanned, scan, step))
                .then(Mono.just(scanned.parcel()));
    }

    /** Into the bag or till of whoever handed it over, which need not be who sent the last scan. */
    private Mono<Void> takeCash(Parcel parcel) {
        if (parcel.cashToCollect().equals(Vnd.ZERO)) {
            return Mono.empty();
        }
        var handedOver = parcel.steps().stream()
                .filter(step -> step.step() == ParcelStatus.DELIVERED)
                .findFirst()
                .orElseThrow();
        return cash.taken(new CashAtDoors.Taken(
                parcel.trackingNumber(),
                parcel.id(),
                parcel.cashToCollect(),
                handedOver.office() == null ? parcel.place().holder() : handedOver.office(),
                handedOver.actor(),
                handedOver.source() != Scan.Source.DESK));
    }

    private Mono<Void> tell(Parcel.Scanned scanned, Scan scan, ParcelStatus step) {
        var parcel = scanned.parcel();
        var order = parcel.orderId();
        return switch (step) {
            case ACCEPTED ->
                outbox.append(
                        ParcelEvents.ACCEPTED,
                        order,
                        new ParcelEvents.Accepted(order, scan.actor(), parcel.trackingNumber()));
            case DELIVERED ->
                takeCash(parcel)
                        .then(Mono.defer(() -> outbox.append(
                                ParcelEvents.DELIVERED,
                                order,
                                new ParcelEvents.Delivered(order, scan.actor(), parcel.id(), parcel.cashToCollect()))));
            case RETURNED ->
                outbox.append(
                        ParcelEvents.RETURNED,
                        order,
                        new ParcelEvents.Returned(order, scan.actor(), parcel.id(), scanned.failure()));
            case LOST, DAMAGED ->
                outbox.append(
                        ParcelEvents.LOST,
                        order,
                        new ParcelEvents.Lost(order, scan.actor(), parcel.id(), step == ParcelStatus.DAMAGED));
            case OUT_FOR_DELIVERY, FAILED ->
                parcels.deliveryCode(parcel.id())
                        .defaultIfEmpty("")
                        .flatMap(code -> outbox.append(
                                ParcelEvents.ON_THE_WAY,
                                order,
                                new ParcelEvents.OnTheWay(
                                        order, parcel.trackingNumber(), step, scanned.failure(), code)));
            default -> Mono.empty();
        };
    }
}
