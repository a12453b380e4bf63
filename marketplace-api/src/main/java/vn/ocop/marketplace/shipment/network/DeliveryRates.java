package vn.ocop.marketplace.shipment.network;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Nearness;
import vn.ocop.marketplace.territory.Territory;

/** Prices parcels by service, weight and zone from the rate cards in force; a changed card counts within a minute. */
@Component
public class DeliveryRates {

    private static final Duration STALENESS = Duration.ofMinutes(1);

    private final Territory territory;
    private final Clock clock;
    private final Mono<Sheet> sheet;

    DeliveryRates(DatabaseClient database, Territory territory, Clock clock) {
        this.territory = territory;
        this.clock = clock;
        this.sheet = Mono.zip(services(database), cards(database), remote(database))
                .map(all -> new Sheet(all.getT1(), all.getT2(), all.getT3()))
                .cache(loaded -> STALENESS, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    private record Sheet(List<DeliveryWay> services, List<RateCard> cards, Set<String> remote) {}

    /** What a parcel may cost: a service and its rate. */
    public record Offer(DeliveryWay service, DeliveryRate rate) {}

    /** The tariff of a moment, ready to price any number of parcels without asking the database again. */
    public Mono<Tariff> tariffOf(Instant moment) {
        var day = LocalDate.ofInstant(moment, BusinessTime.ZONE);
        return sheet.map(all -> new Tariff(
                all.services(),
                all.cards().stream().filter(card -> card.inForce(day)).collect(RateTable.collector()),
                all.remote(),
                territory,
                moment));
    }

    /** Of now. */
    public Mono<Tariff> tariff() {
        return Mono.defer(() -> tariffOf(clock.instant()));
    }

    /** See {@link #tariffOf}. */
    public static final class Tariff {

        private final List<DeliveryWay> services;
        private final RateTable cards;
        private final Set<String> remote;
        private final Territory territory;
        private final Instant moment;

        Tariff(List<DeliveryWay> services, RateTable cards, Set<String> remote, Territory territory, Instant moment) {
            this.services = services;
            this.cards = cards;
            this.remote = remote;
            this.territory = territory;
            this.moment = moment;
        }

        /** Every way a parcel of this size can go, in the order of the carrier's list; none where nobody goes. */
        public List<Offer> offers(String fromProvince, Commune to, ParcelSize parcel) {
            var zone = territory.between(fromProvince, to.province().code());
            return services.stream()
                    .filter(service -> parcel.weightGrams() <= service.mostGrams())
                    .flatMap(service -> cards.find(service, zone).stream()
                            .map(card -> new Offer(service, rate(service, card, parcel, to.code()))))
                    .toList();
        }

        private DeliveryRate rate(DeliveryWay service, RateCard card, ParcelSize parcel, String commune) {
            var fee = service.fee(card, parcel, remote.contains(service.carrier() + "/" + commune));
            return new DeliveryRate(
                    card.zone(),
                    fee,
                    card.daysFrom(),
                    card.daysTo(),
                    service.code(),
                    service.promise(moment, card.daysTo()));
        }
    }

    private static Mono<List<DeliveryWay>> services(DatabaseClient database) {
        return database.sql("select * from shipment.services order by position, carrier_code, code")
                .map(DeliveryRates::service)
                .all()
                .collectList();
    }

    private static Mono<List<RateCard>> cards(DatabaseClient database) {
        return database.sql("""
                select carrier_code, service_code, zone, base_grams, base_fee, step_grams, step_fee, days_from, days_to,
                       valid_from, valid_to
                  from shipment.rate_cards
                 order by valid_from desc
                """).map(DeliveryRates::card).all().collectList();
    }

    private static Mono<Set<String>> remote(DatabaseClient database) {
        return database.sql("select carrier_code || '/' || commune_code as place from shipment.remote_communes")
                .map(row -> Rows.get(row, "place", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    private static DeliveryWay service(Readable row) {
        return new DeliveryWay(
                Rows.get(row, "carrier_code", String.class),
                Rows.get(row, "code", String.class),
                new LocalizedText(Rows.get(row, "name_vi", String.class), Rows.get(row, "name_en", String.class)),
                Rows.get(row, "cut_off", LocalTime.class),
                Rows.get(row, "volume_per_kilo", Integer.class),
                Rows.get(row, "most_grams", Integer.class),
                Rows.get(row, "to_counter", Boolean.class),
                new DeliveryWay.Surcharges(
                        Rows.get(row, "remote_share", Integer.class),
                        Rows.get(row, "fuel_share", Integer.class),
                        Vnd.of(Rows.get(row, "insured_above", Long.class)),
                        Rows.get(row, "insurance_share", Integer.class),
                        Vnd.of(Rows.get(row, "cash_fee", Long.class)),
                        Rows.get(row, "cash_share", Integer.class)));
    }

    static RateCard card(Readable row) {
        return new RateCard(
                Rows.get(row, "carrier_code", String.class),
                Rows.get(row, "service_code", String.class),
                Nearness.valueOf(Rows.get(row, "zone", String.class)),
                Rows.get(row, "base_grams", Integer.class),
                Vnd.of(Rows.get(row, "base_fee", Long.class)),
                Rows.get(row, "step_grams", Integer.class),
                Vnd.of(Rows.get(row, "step_fee", Long.class)),
                Rows.get(row, "days_from", Integer.class),
                Rows.get(row, "days_to", Integer.class),
                Rows.get(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class));
    }
}
