package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ocop.marketplace.platform.FieldProblem;

/**
 * What a listing still lacks before it may be submitted, and what would make buyers trust it more.
 *
 * @param missing without these it cannot be submitted
 * @param hints codes of what would help, the most helpful first
 * @param percent how far it has got, for a bar
 */
public record Completeness(List<FieldProblem> missing, List<String> hints, int percent) {

    private static final int GOOD_PICTURES = 3;
    private static final int GOOD_DESCRIPTION = 200;
    private static final int LEAST_TITLE = 3;

    public Completeness {
        missing = List.copyOf(missing);
        hints = List.copyOf(hints);
    }

    static Completeness of(EditedListing listing, boolean knownCategory, Set<String> requiredAttributes) {
        var missing = missing(listing, knownCategory, requiredAttributes);
        var hints = hints(listing);
        int parts = 5 + requiredAttributes.size();
        int essential = 70 * Math.max(0, parts - missing.size()) / parts;
        return new Completeness(missing, hints, essential + 30 * (HINTS - hints.size()) / HINTS);
    }

    private static List<FieldProblem> missing(EditedListing listing, boolean knownCategory, Set<String> required) {
        var missing = new ArrayList<FieldProblem>();
        if (listing.pictures().isEmpty()) {
            missing.add(new FieldProblem("pictures", "field.listing-no-picture"));
        }
        if (listing.title().vi().length() < LEAST_TITLE) {
            missing.add(new FieldProblem("title", "field.listing-no-title"));
        }
        if (!knownCategory) {
            missing.add(new FieldProblem("categoryCode", "field.listing-unknown-category"));
        }
        required.stream()
                .sorted()
                .filter(code -> !listing.attributes().containsKey(code))
                .forEach(code -> missing.add(new FieldProblem("attributes." + code, "field.listing-attribute-needed")));
        missing.addAll(incompleteVariants(listing));
        return missing;
    }

    static List<FieldProblem> incompleteVariants(EditedListing listing) {
        var missing = new ArrayList<FieldProblem>();
        if (listing.variants().isEmpty()) {
            missing.add(new FieldProblem("variants", "field.listing-no-variant"));
        }
        for (int i = 0; i < listing.variants().size(); i++) {
            if (listing.variants().get(i).price() == 0) {
                missing.add(new FieldProblem("variants[" + i + "].price", "field.listing-no-price"));
            }
            if (listing.variants().get(i).weightGrams() == 0) {
                missing.add(new FieldProblem("variants[" + i + "].weightGrams", "field.listing-no-weight"));
            }
        }
        return missing;
    }

    private static final int HINTS = 6;

    private static List<String> hints(EditedListing listing) {
        var hints = new ArrayList<String>();
        if (listing.pictures().size() < GOOD_PICTURES) {
            hints.add("more-pictures");
        }
        if (listing.description().vi().length() < GOOD_DESCRIPTION) {
            hints.add("longer-description");
        }
        if (listing.certificateId() == null) {
            hints.add("certificate");
        }
        if (listing.variants().stream().anyMatch(choice -> choice.size() == null)) {
            hints.add("size");
        }
        if (listing.variants().stream().allMatch(choice -> choice.stock() == 0)) {
            hints.add("stock");
        }
        if (listing.title().en().isBlank()) {
            hints.add("english");
        }
        return hints;
    }
}
