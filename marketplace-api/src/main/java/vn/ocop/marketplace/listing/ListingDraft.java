package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * A listing as a seller writes it. Text is text: markup in it is shown as typed.
 *
 * @param attributes values by the code of a {@link ListingAttribute}
 */
public record ListingDraft(
        UUID shopId,
        LocalizedText title,
        LocalizedText description,
        String categoryCode,
        Map<String, String> attributes,
        List<Choice> variants) {

    public static final long LOWEST_PRICE = 1_000;
    public static final long HIGHEST_PRICE = 1_000_000_000;
    public static final int MOST_STOCK = 1_000_000;
    public static final int HEAVIEST_GRAMS = 200_000;
    public static final int MOST_VARIANTS = 20;

    public ListingDraft {
        attributes = Map.copyOf(attributes);
        variants = List.copyOf(variants);
    }

    /** One thing to choose; the name may be empty when it is the only one. */
    public record Choice(String name, long price, int stock, int weightGrams) {}

    /** What lengths and ranges cannot tell: unknown codes and choices nobody could tell apart. */
    List<FieldProblem> problems(Categories categories) {
        var problems = new ArrayList<FieldProblem>();
        if (categories.find(categoryCode).map(Category::level).orElse(null) != Category.Level.SET) {
            problems.add(new FieldProblem("categoryCode", "field.listing-unknown-category"));
        }
        for (String code : attributes.keySet()) {
            if (ListingAttribute.ofCode(code).isEmpty()) {
                problems.add(new FieldProblem("attributes." + code, "field.listing-unknown-attribute"));
            }
        }
        var names = new HashSet<String>();
        for (int i = 0; i < variants.size(); i++) {
            if (!names.add(variants.get(i).name())) {
                problems.add(new FieldProblem("variants[" + i + "].name", "field.listing-same-names"));
            }
        }
        return problems;
    }
}
