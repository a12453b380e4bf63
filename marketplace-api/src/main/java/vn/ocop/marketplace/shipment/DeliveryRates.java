package vn.ocop.marketplace.shipment;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;
import vn.ocop.marketplace.territory.Territory;

/** Prices parcels by weight and zone from the rate cards in force; a changed card counts within a minute. */
@Component
public class DeliveryRates {

    private static final Duration STALENESS = Duration.ofMinutes(1);

    private final Territory territory;
    private final Mono<List<RateCard>> cards;

    DeliveryRates(DatabaseClient database, Territory territory) {
        this.territory = territory;
        this.cards = database.sql("""
                select zone, base_grams, base_fee, step_grams, step_fee, days_from, days_to, valid_from, valid_to
                  from shipment.rate_cards
                 order by valid_from desc
                """)
                .map(DeliveryRates::card)
                .all()
                .collectList()
                .cache(loaded -> STALENESS, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The tariff of a day, ready to price any number of parcels without asking the database again. */
    public interface Tariff {
        DeliveryRate rate(String fromProvince, String toProvince, int weightGrams);
    }

    public Mono<Tariff> tariffOf(LocalDate day) {
        return cards.map(all -> all.stream().filter(card -> card.inForce(day)).toList())
                .map(inForce -> (from, to, grams) -> rate(inForce, territory.between(from, to), grams));
    }

    private static DeliveryRate rate(List<RateCard> inForce, Nearness zone, int grams) {
        return inForce.stream()
                .filter(card -> card.zone() == zone)
                .findFirst()
                .map(card -> new DeliveryRate(zone, card.fee(grams), card.daysFrom(), card.daysTo()))
                .orElseThrow(() -> new ProblemException(ShipmentProblem.NO_RATE));
    }

    private static RateCard card(Readable row) {
        return new RateCard(
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
