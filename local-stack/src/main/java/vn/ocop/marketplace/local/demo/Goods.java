package vn.ocop.marketplace.local.demo;

import java.util.List;

/** A kind of goods from which listings are generated. */
record Goods(
        int setNo,
        String nameVi,
        String nameEn,
        List<String> formsVi,
        List<String> formsEn,
        Size size,
        String ingredientsVi,
        String ingredientsEn) {

    static List<Goods> all() {
        return Csv.read("goods.csv").stream()
                .map(row -> new Goods(
                        row.number("set_no"),
                        row.text("name_vi"),
                        row.text("name_en"),
                        List.of(row.text("forms_vi").split("\\|")),
                        List.of(row.text("forms_en").split("\\|")),
                        new Size(row.text("unit_vi"), row.text("unit_en"), row.number("grams"), row.number("price")),
                        row.text("ingredients_vi"),
                        row.text("ingredients_en")))
                .toList();
    }
}
