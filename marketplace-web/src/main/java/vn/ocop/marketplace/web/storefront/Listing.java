package vn.ocop.marketplace.web.storefront;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.CategoryName;
import vn.ocop.marketplace.web.api.ListingCard;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.api.Place;

/** A listing with all its page shows. */
public record Listing(
        String id,
        String slug,
        String title,
        @Nullable String description,
        boolean demo,
        Shop shop,
        Group category,
        @Nullable Certificate certificate,
        Place province,
        @Nullable Place commune,
        @Nullable List<Picture> pictures,
        @Nullable List<Attribute> attributes,
        List<Variant> variants,
        boolean ageRestricted,
        boolean cashOnDelivery,
        long soldCount) {

    public String path() {
        return "/san-pham/" + slug;
    }

    public List<Picture> gallery() {
        return pictures == null ? List.of() : pictures;
    }

    public List<Attribute> facts() {
        return attributes == null ? List.of() : attributes;
    }

    public long available() {
        return variants.stream().mapToLong(Variant::available).sum();
    }

    public long lowestPrice() {
        return variants.stream().mapToLong(Variant::price).min().orElse(0);
    }

    public long highestPrice() {
        return variants.stream().mapToLong(Variant::price).max().orElse(0);
    }

    /** The variant chosen when nobody has chosen: the first that is in stock. */
    public @Nullable Variant first() {
        return variants.stream()
                .filter(variant -> variant.available() > 0)
                .findFirst()
                .orElse(variants.isEmpty() ? null : variants.getFirst());
    }

    /** The group or set with the categories above it. */
    public record Group(
            String code, String name, String slug, @Nullable List<CategoryName> path) {

        public List<CategoryName> way() {
            return path == null ? List.of() : path;
        }
    }

    /** The OCOP certificate in force. */
    public record Certificate(
            @Nullable String id,
            int stars,
            @Nullable String number,
            @Nullable String decisionNo,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validTo) {}

    /** A fact of the product, already in the reader's language. */
    public record Attribute(String code, String label, String value) {}

    /** One way to buy it. */
    public record Variant(
            String id,
            String name,
            long price,
            long available,
            @Nullable Long weightGrams) {}

    /** What else one may like. */
    public record Related(
            List<ListingCard> similar,
            List<ListingCard> sameCommune,
            @Nullable List<ListingCard> boughtTogether) {

        static final Related NONE = new Related(List.of(), List.of(), List.of());

        public List<ListingCard> together() {
            return boughtTogether == null ? List.of() : boughtTogether;
        }
    }
}
