package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * The clerk's two moves: accept a parcel, which gives it its number, and hand it over. Doing either twice changes
 * nothing.
 */
@Service
public class HandleParcel {

    private final ParcelRepository parcels;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    HandleParcel(ParcelRepository parcels, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.parcels = parcels;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Parcel> accept(UUID parcelId, Caller clerk) {
        return locked(parcelId, clerk)
                .flatMap(parcel ->
                        parcel.status() == ParcelStatus.ACCEPTED ? Mono.just(parcel) : numbered(parcel, clerk))
                .as(transaction::transactional);
    }

    private Mono<Parcel> numbered(Parcel parcel, Caller clerk) {
        return parcels.nextSerial()
                .map(serial -> parcel.accept(TrackingNumber.of(serial)))
                .flatMap(accepted -> parcels.save(accepted, clerk.id(), clock.instant()))
                .delayUntil(accepted -> outbox.append(
                        ParcelEvents.ACCEPTED,
                        accepted.orderId(),
                        new ParcelEvents.Accepted(
                                accepted.orderId(), clerk.id(), String.valueOf(accepted.trackingNumber()))));
    }

    public Mono<Parcel> deliver(UUID parcelId, Caller clerk) {
        return locked(parcelId, clerk)
                .flatMap(parcel ->
                        parcel.status() == ParcelStatus.DELIVERED ? Mono.just(parcel) : handedOver(parcel, clerk))
                .as(transaction::transactional);
    }

    private Mono<Parcel> handedOver(Parcel parcel, Caller clerk) {
        return parcels.save(parcel.deliver(), clerk.id(), clock.instant())
                .delayUntil(delivered -> outbox.append(
                        ParcelEvents.DELIVERED,
                        delivered.orderId(),
                        new ParcelEvents.Delivered(
                                delivered.orderId(), clerk.id(), delivered.id(), delivered.cashToCollect())));
    }

    private Mono<Parcel> locked(UUID parcelId, Caller clerk) {
        return parcels.lock(parcelId)
                .filter(parcel -> clerk.may(Permission.POST_PARCELS, parcel.officeCode()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND)));
    }
}
