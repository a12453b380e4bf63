package vn.ocop.marketplace.shipment.carrier;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.OutboxHandler;
import vn.ocop.marketplace.platform.ScheduledJob;
import vn.ocop.marketplace.shipment.Parcel;
import vn.ocop.marketplace.shipment.ParcelSteps;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * Asks another carrier to take a parcel, after the order was confirmed and again until it answers; and asks where a
 * parcel is when nothing was heard of it for long, because webhooks get lost.
 */
@Configuration(proxyBeanMethods = false)
class AskCarrier {

    static final String TYPE = "carrier.create.v1";
    static final String CALL_OFF = "carrier.cancel.v1";

    private static final Logger LOG = LoggerFactory.getLogger(AskCarrier.class);
    private static final Duration SILENCE = Duration.ofHours(6);
    private static final int BATCH = 50;

    private final CarrierRepository carriers;
    private final ParcelSteps parcels;
    private final ShopDirectory shops;
    private final GhnCarrier ghn;

    AskCarrier(CarrierRepository carriers, ParcelSteps parcels, ShopDirectory shops, GhnCarrier ghn) {
        this.carriers = carriers;
        this.parcels = parcels;
        this.shops = shops;
        this.ghn = ghn;
    }

    /** The parcel to be taken. */
    record Asked(UUID parcelId) {}

    @Bean
    OutboxHandler<Asked> carrierOfParcel() {
        return OutboxHandler.of(TYPE, Asked.class, asked -> ask(asked.parcelId()));
    }

    private Mono<Void> ask(UUID parcel) {
        return carriers.asked(parcel)
                .filter(asked -> asked.state() == CarrierOrder.State.ASKED)
                .flatMap(asked -> Mono.zip(carriers.account(asked.account()), order(parcel)))
                .flatMap(both -> ghn.create(both.getT1(), both.getT2()))
                .flatMap(number -> carriers.taken(parcel, number))
                .onErrorResume(CarrierRefused.class, no -> {
                    LOG.warn("Parcel {} was refused by its carrier: {}", parcel, no.getMessage());
                    return carriers.state(parcel, CarrierOrder.State.REFUSED, null, no.getMessage());
                });
    }

    @Bean
    OutboxHandler<Asked> carrierOfParcelCalledOff() {
        return OutboxHandler.of(CALL_OFF, Asked.class, asked -> callOff(asked.parcelId()));
    }

    /** Also one whose answer never came may have been taken: it is looked for by our number. */
    private Mono<Void> callOff(UUID parcel) {
        return carriers.asked(parcel)
                .filter(asked -> asked.state() == CarrierOrder.State.CALLED_OFF)
                .flatMap(asked -> Mono.zip(carriers.account(asked.account()), parcels.find(parcel))
                        .flatMap(both -> number(asked, both.getT1(), both.getT2())
                                .flatMap(number -> ghn.cancel(both.getT1(), number))))
                .onErrorResume(CarrierRefused.class, late -> {
                    LOG.warn("Parcel {} was called off and its carrier goes on: {}", parcel, late.getMessage());
                    return carriers.state(parcel, CarrierOrder.State.CALLED_OFF, null, late.getMessage());
                });
    }

    private Mono<String> number(CarrierRepository.Asked asked, CarrierAccount account, Parcel parcel) {
        return Mono.justOrEmpty(asked.number())
                .switchIfEmpty(Mono.defer(() -> ghn.find(account, parcel.trackingNumber())));
    }

    private Mono<CarrierOrder> order(UUID parcel) {
        return parcels.find(parcel)
                .zipWhen(found -> shops.find(found.shopId()))
                .map(both -> new CarrierOrder(both.getT1(), sender(both.getT2()), null, CarrierOrder.State.ASKED));
    }

    private static CarrierOrder.Sender sender(Shop shop) {
        return new CarrierOrder.Sender(shop.name(), "", shop.street(), shop.communeCode());
    }

    @Bean
    ScheduledJob followSilentParcels(Carriers told, Clock clock) {
        return new ScheduledJob() {
            @Override
            public String name() {
                return "shipment.follow-silent-parcels";
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(30);
            }

            @Override
            public Mono<Void> run() {
                return told.silent(clock.instant().minus(SILENCE), BATCH)
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMapDelayError(asked -> follow(told, asked))
                        .then();
            }
        };
    }

    Mono<Void> follow(Carriers told, CarrierRepository.Asked asked) {
        return carriers.account(asked.account())
                .flatMap(account -> ghn.track(account, Objects.requireNonNull(asked.number()))
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(message -> told.told(account, message))
                        .then());
    }
}
