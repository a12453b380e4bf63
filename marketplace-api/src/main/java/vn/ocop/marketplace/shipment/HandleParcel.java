package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;

/** The clerk's two commonest moves on a parcel that is on the screen. Doing either twice changes nothing. */
@Service
public class HandleParcel {

    private final ParcelRepository parcels;
    private final ApplyScan apply;
    private final TransactionalOperator transaction;
    private final Clock clock;

    HandleParcel(ParcelRepository parcels, ApplyScan apply, TransactionalOperator transaction, Clock clock) {
        this.parcels = parcels;
        this.apply = apply;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Parcel> accept(UUID parcelId, Caller clerk) {
        return move(parcelId, ParcelStatus.ACCEPTED, clerk);
    }

    public Mono<Parcel> deliver(UUID parcelId, Caller clerk) {
        return move(parcelId, ParcelStatus.DELIVERED, clerk);
    }

    private Mono<Parcel> move(UUID parcelId, ParcelStatus step, Caller clerk) {
        return parcels.lock(parcelId)
                .filter(parcel -> offices(parcel, clerk).findAny().isPresent())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND)))
                .flatMap(parcel -> parcel.status() == step ? Mono.just(parcel) : moved(parcel, step, clerk))
                .as(transaction::transactional);
    }

    private Mono<Parcel> moved(Parcel parcel, ParcelStatus step, Caller clerk) {
        if (!parcel.status().next().contains(step)) {
            throw new ProblemException(ShipmentProblem.ILLEGAL_TRANSITION, parcel.orderCode());
        }
        var now = clock.instant();
        var office = offices(parcel, clerk).findFirst().orElseThrow();
        var scan = new Scan(UUID.randomUUID(), step, now, Scan.Source.DESK, office, null, null, null, clerk.id(), null);
        return apply.to(parcel, scan, now, "");
    }

    /** The offices that have to do with it where the clerk works. */
    private static Stream<String> offices(Parcel parcel, Caller clerk) {
        return parcel.offices().filter(office -> clerk.may(Permission.POST_PARCELS, office));
    }
}
