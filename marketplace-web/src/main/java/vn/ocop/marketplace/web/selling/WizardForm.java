package vn.ocop.marketplace.web.selling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Form;

/** Reads the wizard's forms into what the API takes. */
final class WizardForm {

    private static final int MOST_VARIANTS = 20;
    private static final int MM_PER_CM = 10;
    private static final int GRAMS_PER_KILO = 1_000;

    private WizardForm() {}

    /** The pictures that were there, in the order of their numbers and without those to go, then the new ones. */
    static List<Map<String, Object>> pictures(Form form, List<Picture> added) {
        var kept = form.startingWith("thu-tu-").keySet().stream()
                .filter(id -> !form.has("bo-" + id))
                .sorted(Comparator.comparingInt(id -> form.number("thu-tu-" + id, 0)))
                .toList();
        var pictures = new ArrayList<Map<String, Object>>();
        kept.forEach(id -> pictures.add(Map.of("id", id, "alt", form.text("ta-" + id))));
        added.forEach(picture -> pictures.add(Map.of("id", picture.id(), "alt", "")));
        return pictures;
    }

    static Map<String, Object> what(Form form) {
        var change = new HashMap<String, Object>();
        change.put("title", form.text("title"));
        change.put("titleEn", form.text("titleEn"));
        change.put("description", form.longText("description"));
        change.put("descriptionEn", form.longText("descriptionEn"));
        change.put("categoryCode", form.text("category"));
        change.put("attributes", form.startingWith("attribute-"));
        if (form.fields().containsKey("certificate")) {
            change.put("certificateId", form.text("certificate"));
        }
        return change;
    }

    /** A line without price and name that was not there before was left empty on purpose. */
    static List<Map<String, Object>> variants(Form form) {
        var variants = new ArrayList<Map<String, Object>>();
        for (int line = 0; line < MOST_VARIANTS && form.fields().containsKey("price-" + line); line++) {
            var variant = variant(form, line);
            if (variant != null) {
                variants.add(variant);
            }
        }
        return variants;
    }

    private static @Nullable Map<String, Object> variant(Form form, int line) {
        var id = form.text("id-" + line);
        long price = Amounts.read(form.text("price-" + line));
        if (id.isEmpty() && price == 0 && !form.has("name-" + line)) {
            return null;
        }
        var variant = new HashMap<String, Object>();
        if (!id.isEmpty()) {
            variant.put("id", id);
        }
        variant.put("name", form.text("name-" + line));
        if (price > 0) {
            variant.put("price", price);
        }
        var weight = Weights.grams(form.text("weight-" + line));
        if (weight > 0) {
            variant.put("weightGrams", weight);
        }
        // Only what somebody changed: what was sold meanwhile stays sold.
        var stock = form.number("stock-" + line, 0);
        if (id.isEmpty() || stock != form.number("stock-before-" + line, 0)) {
            variant.put("stock", stock);
        }
        size(form, line, variant);
        if (form.has("removed-" + line)) {
            variant.put("removed", true);
        }
        return variant;
    }

    private static void size(Form form, int line, Map<String, Object> variant) {
        int length = form.number("length-" + line, 0);
        int width = form.number("width-" + line, 0);
        int height = form.number("height-" + line, 0);
        if (length > 0 && width > 0 && height > 0) {
            variant.put(
                    "size",
                    Map.of(
                            "lengthMm", length * MM_PER_CM,
                            "widthMm", width * MM_PER_CM,
                            "heightMm", height * MM_PER_CM));
        }
    }

    /** Weights as people type them. */
    static final class Weights {

        private Weights() {}

        /** {@code 500}, {@code 500 g} and {@code 1,5 kg} in grams; 0 for what is no weight. */
        static int grams(String typed) {
            var text = typed.strip().toLowerCase(Locale.ROOT).replace(',', '.');
            var number = text.replaceAll("[^0-9.]", "");
            if (!number.matches("[0-9]{1,6}([.][0-9]{1,3})?")) {
                return 0;
            }
            var amount = Double.parseDouble(number);
            return (int) Math.round(text.endsWith("kg") ? amount * GRAMS_PER_KILO : amount);
        }
    }
}
