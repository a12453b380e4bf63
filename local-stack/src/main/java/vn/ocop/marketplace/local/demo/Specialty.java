package vn.ocop.marketplace.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Something to sell, as the demo tables tell it. */
record Specialty(
        UUID id,
        String slug,
        String titleVi,
        String titleEn,
        Maker maker,
        Place place,
        int setNo,
        int stars,
        Size size,
        String ingredientsVi,
        String ingredientsEn,
        String descriptionVi) {

    String category() {
        return "s%02d".formatted(setNo);
    }

    static List<Specialty> all(Map<String, Maker> makers, Map<String, Place> places, Dice dice) {
        return Csv.read("specialties.csv").stream()
                .map(row -> new Specialty(
                        dice.id(),
                        row.text("slug"),
                        row.text("title_vi"),
                        row.text("title_en"),
                        Objects.requireNonNull(makers.get(row.text("maker"))),
                        Objects.requireNonNull(places.get(row.text("commune_code"))),
                        row.number("set_no"),
                        row.number("stars"),
                        new Size(
                                row.text("unit_vi"),
                                row.text("unit_en"),
                                row.number("weight_grams"),
                                row.number("price")),
                        row.text("ingredients_vi"),
                        row.text("ingredients_en"),
                        row.text("description_vi")))
                .toList();
    }
}
