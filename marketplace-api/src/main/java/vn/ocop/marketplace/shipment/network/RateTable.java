package vn.ocop.marketplace.shipment.network;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import vn.ocop.marketplace.territory.Nearness;

/** The rate cards in force, by service and zone. Of two the one that began later holds. */
final class RateTable {

    private final Map<String, Map<Nearness, RateCard>> cards = new HashMap<>();

    static Collector<RateCard, RateTable, RateTable> collector() {
        return Collector.of(RateTable::new, RateTable::add, RateTable::with);
    }

    private void add(RateCard card) {
        cards.computeIfAbsent(key(card.carrier(), card.service()), none -> new EnumMap<>(Nearness.class))
                .merge(card.zone(), card, (one, other) -> one.validFrom().isBefore(other.validFrom()) ? other : one);
    }

    private RateTable with(RateTable other) {
        other.cards.values().forEach(zones -> zones.values().forEach(this::add));
        return this;
    }

    private static String key(String carrier, String service) {
        return carrier + "/" + service;
    }

    Optional<RateCard> find(DeliveryWay service, Nearness zone) {
        return Optional.ofNullable(cards.getOrDefault(key(service.carrier(), service.code()), Map.of())
                .get(zone));
    }
}
