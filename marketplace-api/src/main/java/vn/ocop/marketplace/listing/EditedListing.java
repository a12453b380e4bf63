package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * A listing as those who work on it see it.
 *
 * @param variants without those taken off for good
 * @param published whether it has ever been on sale
 * @param approvedOfShop how many listings of its shop have ever been on sale
 * @param wanted what its seller asked for and nobody has decided yet
 */
record EditedListing(
        UUID id,
        UUID shopId,
        String slug,
        ListingStatus status,
        long revision,
        LocalizedText title,
        LocalizedText description,
        String categoryCode,
        Map<String, LocalizedText> attributes,
        @Nullable UUID certificateId,
        List<ShownPicture> pictures,
        List<Choice> variants,
        boolean published,
        long approvedOfShop,
        @Nullable RiskyChange wanted) {

    /** One thing to choose; price and weight are 0 until they are said. */
    record Choice(
            UUID id, LocalizedText name, long price, int stock, int weightGrams, ListingChange.@Nullable Size size) {

        boolean complete() {
            return price > 0 && weightGrams > 0;
        }

        Choice with(ListingChange.VariantChange change) {
            return new Choice(
                    id,
                    new LocalizedText(or(change.name(), name.vi()), or(change.nameEn(), name.en())),
                    or(change.price(), price),
                    or(change.stock(), stock),
                    or(change.weightGrams(), weightGrams),
                    change.size() == null ? size : change.size());
        }

        private static Choice added(ListingChange.VariantChange change) {
            return new Choice(new UUID(0, 0), new LocalizedText("", ""), 0, 0, 0, null).with(change);
        }
    }

    private static <T> T or(@Nullable T wanted, T now) {
        return wanted == null ? now : wanted;
    }

    boolean shows(@Nullable List<ShownPicture> others) {
        return others != null
                && pictures.stream()
                        .map(ShownPicture::id)
                        .toList()
                        .equals(others.stream().map(ShownPicture::id).toList());
    }

    /** What it would be after a change; refused fields are named by their place in the change. */
    EditedListing after(ListingChange change) {
        return new EditedListing(
                id,
                shopId,
                slug,
                or(change.status(), status),
                revision,
                new LocalizedText(or(change.title(), title.vi()), or(change.titleEn(), title.en())),
                new LocalizedText(
                        or(change.description(), description.vi()), or(change.descriptionEn(), description.en())),
                or(change.categoryCode(), categoryCode),
                change.attributes() == null ? attributes : translated(change.attributes()),
                certificateAfter(change),
                or(change.pictures(), pictures),
                variantsAfter(change),
                published,
                approvedOfShop,
                wanted);
    }

    private @Nullable UUID certificateAfter(ListingChange change) {
        if (change.certificateId() == null) {
            return certificateId;
        }
        return change.certificateId().equals(ListingChange.NO_CERTIFICATE) ? null : change.certificateId();
    }

    /** Values that stay in Vietnamese keep their translations. */
    private Map<String, LocalizedText> translated(Map<String, String> values) {
        var after = new java.util.LinkedHashMap<String, LocalizedText>();
        values.forEach((code, value) -> {
            var before = attributes.get(code);
            after.put(code, before != null && before.vi().equals(value) ? before : new LocalizedText(value, ""));
        });
        return after;
    }

    private List<Choice> variantsAfter(ListingChange change) {
        var after = new ArrayList<Choice>();
        for (var choice : variants) {
            var asked = change.variants().stream()
                    .filter(candidate -> choice.id().equals(candidate.id()))
                    .findFirst();
            if (asked.isEmpty()) {
                after.add(choice);
            } else if (!Boolean.TRUE.equals(asked.get().removed())) {
                after.add(choice.with(asked.get()));
            }
        }
        change.variants().stream()
                .filter(candidate -> candidate.id() == null)
                .map(Choice::added)
                .forEach(after::add);
        return after;
    }

    /** What the seller sent that cannot be, whatever state the listing is in. */
    List<FieldProblem> unknownIn(ListingChange change) {
        var problems = new ArrayList<FieldProblem>();
        var known = variants.stream().map(Choice::id).toList();
        for (int i = 0; i < change.variants().size(); i++) {
            var id = change.variants().get(i).id();
            if (id != null && !known.contains(id)) {
                problems.add(new FieldProblem("variants[" + i + "].id", "field.listing-unknown-variant"));
            }
        }
        if (change.attributes() != null) {
            change.attributes().keySet().stream()
                    .filter(code -> ListingAttribute.ofCode(code).isEmpty())
                    .forEach(code ->
                            problems.add(new FieldProblem("attributes." + code, "field.listing-unknown-attribute")));
        }
        return problems;
    }

    /** Choices nobody could tell apart, or too many of them. */
    List<FieldProblem> confusing() {
        var problems = new ArrayList<FieldProblem>();
        var names = new HashSet<String>();
        for (int i = 0; i < variants.size(); i++) {
            if (!names.add(variants.get(i).name().vi())) {
                problems.add(new FieldProblem("variants[" + i + "].name", "field.listing-same-names"));
            }
        }
        if (variants.size() > ListingLimits.MOST_VARIANTS) {
            problems.add(new FieldProblem("variants", "field.size"));
        }
        return problems;
    }
}
