package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * What the rows of one listing mean: a new listing, a change of one that is there, new prices and stocks, nothing, or
 * that they cannot be. Decided from what is given, without asking anybody.
 */
sealed interface SheetPlan {

    List<ListingRow> rows();

    /** A draft to be made. */
    record Create(List<ListingRow> rows, String code, EditedListing draft, List<FieldProblem> notes)
            implements SheetPlan {}

    /** A change of words, weights or choices, prices and stocks with it. */
    record Revise(List<ListingRow> rows, EditedListing before, ListingChange change) implements SheetPlan {}

    /** New prices and stocks alone. */
    record Keep(List<ListingRow> rows, EditedListing before, List<Count> counts) implements SheetPlan {}

    /** Nothing is different. */
    record Leave(List<ListingRow> rows) implements SheetPlan {}

    /** The rows say themselves why not. */
    record Refuse(List<ListingRow> rows) implements SheetPlan {}

    /**
     * A choice's wanted price and stock.
     *
     * @param seen the stock the sheet was made from, or was found
     */
    record Count(
            ListingRow row,
            UUID variant,
            @Nullable Long price,
            @Nullable Integer stock,
            int seen) {}

    /** What the decision takes from outside: names of categories, numbers of certificates, what a category needs. */
    interface Facts {

        /** Empty if there is no such set. */
        String category(String typed);

        @Nullable UUID certificate(String number);

        Set<String> required(String category);
    }

    /** Of the rows of one listing. */
    static SheetPlan of(List<ListingRow> given, @Nullable EditedListing before, SheetCodes codes, Facts facts) {
        var rows = new ArrayList<>(given);
        var words = Words.of(rows, facts);
        if (before == null && rows.stream().allMatch(ListingRow::sound)) {
            needed(rows, words);
        }
        owned(rows, before, codes);
        if (!rows.stream().allMatch(ListingRow::sound)) {
            return new Refuse(companions(rows));
        }
        return before == null ? created(rows, words, facts) : changed(rows, before, words, codes);
    }

    /** What all rows of a listing say together. */
    record Words(
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String description,
            @Nullable String descriptionEn,
            @Nullable String category,
            @Nullable UUID certificate,
            Map<String, String> attributes) {

        private static Words of(List<ListingRow> rows, Facts facts) {
            var title = common(rows, SheetColumns.TITLE);
            var titleEn = common(rows, SheetColumns.TITLE_EN);
            var description = common(rows, SheetColumns.DESCRIPTION);
            var descriptionEn = common(rows, SheetColumns.DESCRIPTION_EN);
            var attributes = new LinkedHashMap<String, String>();
            for (var attribute : ListingAttribute.values()) {
                var value = common(rows, attribute.code());
                if (value != null) {
                    attributes.put(attribute.code(), value);
                }
            }
            var typed = common(rows, SheetColumns.CATEGORY);
            var category = typed == null ? null : facts.category(typed);
            if (category != null && category.isEmpty()) {
                refuse(rows, SheetColumns.CATEGORY, "field.listing-unknown-category");
            }
            var number = common(rows, SheetColumns.CERTIFICATE);
            var certificate = number == null ? null : facts.certificate(number);
            if (number != null && certificate == null) {
                refuse(rows, SheetColumns.CERTIFICATE, "field.listing-unknown-certificate");
            }
            if (title != null && title.length() < 3) {
                refuse(rows, SheetColumns.TITLE, "field.listing-no-title");
            }
            return new Words(title, titleEn, description, descriptionEn, category, certificate, attributes);
        }

        /** The first row says it; a later one that says otherwise is refused. */
        private static @Nullable String common(List<ListingRow> rows, String column) {
            String said = null;
            int first = 0;
            for (int i = 0; i < rows.size(); i++) {
                var value = rows.get(i).row().get(column);
                if (value == null || value.equals(said)) {
                    continue;
                }
                if (said == null) {
                    said = value;
                    first = rows.get(i).row().number();
                } else {
                    rows.set(i, rows.get(i).with(new FieldProblem(column, "field.sheet-differs", first)));
                }
            }
            return said;
        }
    }

    private static void refuse(List<ListingRow> rows, String column, String code) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).row().get(column) != null) {
                rows.set(i, rows.get(i).with(new FieldProblem(column, code)));
            }
        }
    }

    private static void needed(List<ListingRow> rows, Words words) {
        if (words.title() == null) {
            rows.set(0, rows.getFirst().with(new FieldProblem(SheetColumns.TITLE, "field.sheet-cell-needed")));
        }
        if (words.category() == null) {
            rows.set(0, rows.getFirst().with(new FieldProblem(SheetColumns.CATEGORY, "field.sheet-cell-needed")));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).price() == null) {
                rows.set(i, rows.get(i).with(new FieldProblem(SheetColumns.PRICE, "field.sheet-cell-needed")));
            }
        }
    }

    /** A code that is another listing's choice, and stock that was sold since the sheet was made. */
    private static void owned(List<ListingRow> rows, @Nullable EditedListing before, SheetCodes codes) {
        for (int i = 0; i < rows.size(); i++) {
            var problem = foreign(rows.get(i), before, codes);
            if (problem != null) {
                rows.set(i, rows.get(i).with(problem));
            }
        }
    }

    private static @Nullable FieldProblem foreign(ListingRow row, @Nullable EditedListing before, SheetCodes codes) {
        var owned = codes.variant(row);
        if (before == null) {
            return owned == null ? null : new FieldProblem(SheetColumns.SKU, "field.sheet-other-listing");
        }
        if (owned == null) {
            return row.price() == null ? new FieldProblem(SheetColumns.PRICE, "field.sheet-cell-needed") : null;
        }
        return owned.listing().equals(before.id())
                ? soldMeanwhile(row, choice(before, owned.variant()).stock())
                : new FieldProblem(SheetColumns.SKU, "field.sheet-other-listing");
    }

    /** The sheet wants another stock than it was made from, and the stock is neither. */
    private static @Nullable FieldProblem soldMeanwhile(ListingRow row, int now) {
        var wanted = row.stock();
        var seen = row.stockSeen();
        return wanted != null && seen != null && !wanted.equals(seen) && wanted != now && seen != now
                ? new FieldProblem(SheetColumns.STOCK, "field.sheet-stock-moved", seen, now)
                : null;
    }

    private static EditedListing.Choice choice(EditedListing listing, UUID variant) {
        return listing.variants().stream()
                .filter(choice -> choice.id().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    /** Rows without a fault of their own are told that another of their product has one. */
    private static List<ListingRow> companions(List<ListingRow> rows) {
        return rows.stream()
                .map(row -> row.sound() ? row.with(new FieldProblem("", "field.sheet-companion")) : row)
                .toList();
    }

    private static SheetPlan created(List<ListingRow> rows, Words words, Facts facts) {
        var code = Objects.requireNonNullElse(
                rows.getFirst().product(), rows.getFirst().sku());
        var blank = new EditedListing(
                new UUID(0, 0),
                new UUID(0, 0),
                "",
                ListingStatus.DRAFT,
                0,
                new LocalizedText("", ""),
                new LocalizedText("", ""),
                "",
                Map.of(),
                null,
                List.of(),
                List.of(),
                false,
                0,
                null);
        var draft = blank.after(change(
                words,
                words.attributes(),
                rows.stream().map(row -> variant(null, row)).toList()));
        var confused = confused(rows, draft);
        if (confused != null) {
            return confused;
        }
        var required = facts.required(draft.categoryCode());
        var notes = Completeness.of(draft, true, required).missing().stream()
                .filter(lack -> !lack.field().equals("pictures"))
                .map(SheetPlan::asColumn)
                .toList();
        return new Create(rows, code, draft, notes);
    }

    private static @Nullable SheetPlan confused(List<ListingRow> rows, EditedListing after) {
        var confusing = after.confusing();
        if (confusing.isEmpty()) {
            return null;
        }
        var last = rows.size() - 1;
        var refused = new ArrayList<>(rows);
        refused.set(last, rows.get(last).with(asColumn(confusing.getFirst())));
        return new Refuse(companions(refused));
    }

    /** A place in a listing as the column it came from. */
    static FieldProblem asColumn(FieldProblem problem) {
        var field = problem.field();
        var column = field.startsWith("attributes.")
                ? field.substring("attributes.".length())
                : field.endsWith(".price")
                        ? SheetColumns.PRICE
                        : field.endsWith(".weightGrams")
                                ? SheetColumns.WEIGHT
                                : field.endsWith(".name")
                                        ? SheetColumns.CHOICE
                                        : field.equals("categoryCode")
                                                ? SheetColumns.CATEGORY
                                                : field.equals("certificateId")
                                                        ? SheetColumns.CERTIFICATE
                                                        : field.equals("title") ? SheetColumns.TITLE : "";
        return new FieldProblem(column, problem.code(), problem.arguments());
    }

    private static ListingChange change(
            Words words, @Nullable Map<String, String> attributes, List<ListingChange.VariantChange> variants) {
        return new ListingChange(
                words.title(),
                words.titleEn(),
                words.description(),
                words.descriptionEn(),
                words.category(),
                attributes,
                null,
                words.certificate(),
                null,
                variants);
    }

    private static ListingChange.VariantChange variant(@Nullable UUID id, ListingRow row) {
        var stock = row.stock() != null && row.stock().equals(row.stockSeen()) ? null : row.stock();
        return new ListingChange.VariantChange(
                id,
                row.row().get(SheetColumns.CHOICE),
                null,
                row.price(),
                id == null ? row.stock() : stock,
                row.weightGrams(),
                row.size(),
                null);
    }

    private static SheetPlan changed(List<ListingRow> rows, EditedListing before, Words words, SheetCodes codes) {
        var variants = new ArrayList<ListingChange.VariantChange>();
        var counts = new ArrayList<Count>();
        for (var row : rows) {
            var owned = codes.variant(row);
            var change = variant(owned == null ? null : owned.variant(), row);
            if (owned == null) {
                variants.add(change);
                continue;
            }
            var now = choice(before, owned.variant());
            var after = now.with(change);
            if (!after.equals(now)) {
                variants.add(change);
                counts.add(new Count(row, now.id(), change.price(), change.stock(), now.stock()));
            }
        }
        var attributes = merged(before, words.attributes());
        var change = change(words, attributes, variants);
        var after = before.after(change);
        var confused = confused(rows, after);
        if (confused != null) {
            return confused;
        }
        if (onlyCounts(before, after, change)) {
            return counts.isEmpty() ? new Leave(rows) : new Keep(rows, before, counts);
        }
        return new Revise(rows, before, change);
    }

    /** Attributes the sheet says nothing of stay. */
    private static @Nullable Map<String, String> merged(EditedListing before, Map<String, String> said) {
        if (said.isEmpty()) {
            return null;
        }
        var merged = new LinkedHashMap<String, String>();
        before.attributes().forEach((code, value) -> merged.put(code, value.vi()));
        merged.putAll(said);
        return merged;
    }

    /** Whether nothing but prices and stocks would be different from now, or from what waits for an officer. */
    private static boolean onlyCounts(EditedListing before, EditedListing after, ListingChange change) {
        var risky = RiskyChange.of(change).beside(before);
        var asked = before.wanted();
        boolean riskyNews =
                !risky.isNothing() && (asked == null || !asked.with(risky).equals(asked));
        return !riskyNews
                && before.description().equals(after.description())
                && before.attributes().equals(after.attributes())
                && before.variants().size() == after.variants().size()
                && sameButCounts(before, after);
    }

    private static boolean sameButCounts(EditedListing before, EditedListing after) {
        for (int i = 0; i < before.variants().size(); i++) {
            var now = before.variants().get(i);
            var then = after.variants().get(i);
            if (!now.name().equals(then.name())
                    || now.weightGrams() != then.weightGrams()
                    || !Objects.equals(now.size(), then.size())) {
                return false;
            }
        }
        return true;
    }
}
