package vn.ocop.marketplace.shipment.carrier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.Parcel;
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.ParcelSteps;
import vn.ocop.marketplace.shipment.ShipmentProblem;

/**
 * Our own description of how a carrier's system works with us: it fetches what is to be carried and tells where it is.
 */
@Service
public class OperatorDesk {

    private final CarrierKeys keys;
    private final CarrierRepository carriers;
    private final Carriers told;
    private final ParcelSteps parcels;

    OperatorDesk(CarrierKeys keys, CarrierRepository carriers, Carriers told, ParcelSteps parcels) {
        this.keys = keys;
        this.carriers = carriers;
        this.told = told;
        this.parcels = parcels;
    }

    /** What became of something that was told. */
    public enum Outcome {
        /** It is written down; the same again is answered the same. */
        DONE,
        /** The code says nothing new. */
        IGNORED,
        /** Nobody has said what the code means, or the number is not the carrier's: a person looks at it. */
        REVIEW
    }

    /** Something that happened to a parcel, in the carrier's own words. */
    public record Told(String number, String code, Instant at, String reason) {}

    private Mono<CarrierAccount> account(@Nullable String key, CarrierKeys.Scope scope) {
        return keys.account(key, scope)
                .flatMap(carriers::account)
                .filter(account -> account.adapter() == CarrierAccount.Adapter.OPEN)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.KEY_REFUSED)));
    }

    /** What the carrier has to carry, oldest first. */
    public Mono<Page<Parcel>> parcels(
            @Nullable String key, @Nullable ParcelStatus status, @Nullable String after, int limit) {
        return account(key, CarrierKeys.Scope.PARCELS)
                .flatMap(account -> parcels.ofCarrier(account.carrier(), status, after, limit));
    }

    public Mono<Parcel> parcel(@Nullable String key, String number) {
        return account(key, CarrierKeys.Scope.PARCELS)
                .flatMap(account -> parcels.findOf(account.carrier(), number))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND)));
    }

    public Mono<byte[]> label(@Nullable String key, String number, Language language) {
        return parcel(key, number).flatMap(parcel -> parcels.label(parcel, language));
    }

    /** One after the other, each for itself. */
    public Mono<List<Outcome>> tell(@Nullable String key, List<Told> news) {
        return account(key, CarrierKeys.Scope.EVENTS)
                .flatMapMany(account -> Flux.fromIterable(news)
                        .map(one -> new CarrierMessage(one.number(), one.code(), one.at(), one.reason()))
                        .concatMap(message -> told.told(account, message)
                                .then(Mono.defer(() -> carriers.outcome(message.id(account.id()))))
                                .map(Outcome::valueOf)))
                .collectList();
    }
}
