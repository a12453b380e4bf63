package vn.ocop.marketplace.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A producer, and the shop it has here. */
record Maker(UUID shopId, String slug, String name, String legalKind, Place place) {

    static Map<String, Maker> all(Map<String, Place> places, Dice dice) {
        var makers = new LinkedHashMap<String, Maker>();
        for (var row : Csv.read("makers.csv")) {
            var slug = row.text("slug");
            makers.put(
                    slug,
                    new Maker(
                            dice.id(),
                            slug,
                            row.text("name"),
                            row.text("legal_kind"),
                            Objects.requireNonNull(places.get(row.text("commune_code")))));
        }
        return makers;
    }
}
