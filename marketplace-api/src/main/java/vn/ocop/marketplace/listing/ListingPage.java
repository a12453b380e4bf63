package vn.ocop.marketplace.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;

/**
 * Everything the page of one listing shows, in both languages.
 *
 * @param certificate only while it counts
 */
public record ListingPage(
        UUID id,
        String slug,
        long revision,
        ListingStatus status,
        LocalizedText title,
        LocalizedText description,
        String categoryCode,
        String communeCode,
        String provinceCode,
        Map<String, LocalizedText> attributes,
        long soldCount,
        boolean demo,
        Seller shop,
        @Nullable Certificate certificate,
        List<Variant> variants,
        List<LocalizedPicture> pictures) {

    /**
     * The shop as its listing introduces it.
     *
     * @param holiday the days of rest that run, or begin within a week
     */
    public record Seller(
            UUID id,
            String slug,
            String name,
            Shop.LegalKind legalKind,
            LocalizedText story,
            String communeCode,
            String provinceCode,
            boolean demo,
            ShopFile.@Nullable Holiday holiday) {}

    /** Proof of the stars. */
    public record Certificate(
            UUID id,
            int stars,
            String number,
            String decisionNo,
            String issuer,
            LocalDate issuedOn,
            LocalDate validTo) {}

    /** A choice and what is left of it; nothing while the listing is paused. */
    public record Variant(UUID id, LocalizedText name, long price, int available, int weightGrams) {}

    /** Changes whenever anything on the page does; stock moves without a new revision. */
    public int stockMark() {
        return variants.stream().mapToInt(Variant::available).reduce(17, (mark, left) -> 31 * mark + left);
    }
}
