package vn.ocop.marketplace.listing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.listing.ListingStatus;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Unit;

/** The page of one listing in the reader's language. */
record ListingResponse(
        UUID id,
        String slug,
        long revision,
        ListingStatus status,
        String title,
        String description,
        boolean demo,
        Seller shop,
        CategoryWithPath category,
        @Nullable Certificate certificate,
        @Nullable Unit province,
        @Nullable CommuneUnit commune,
        List<Picture> pictures,
        List<Attribute> attributes,
        List<Variant> variants,
        boolean ageRestricted,
        boolean cashOnDelivery,
        long soldCount) {

    record Seller(
            UUID id,
            String slug,
            String name,
            Shop.LegalKind legalKind,
            @Nullable Unit province,
            @Nullable CommuneUnit commune,
            String story,
            boolean demo,
            ShopFile.@Nullable Holiday holiday) {}

    record CategoryWithPath(String code, String name, String slug, List<CategoryName> path) {}

    record CategoryName(String code, String name, String slug) {}

    record Certificate(
            UUID id,
            int stars,
            String number,
            String decisionNo,
            String issuer,
            LocalDate issuedOn,
            LocalDate validTo) {}

    record Attribute(String code, String label, String value) {}

    record Variant(UUID id, String name, long price, int available, int weightGrams) {}
}
