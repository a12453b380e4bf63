package vn.ocop.marketplace.searchcontract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing as the index holds it; its component names are the field names. Nothing in it depends on the day, so it
 * only changes when the listing does: what is valid between dates carries the dates.
 *
 * @param title the title with its marks; ranks first when it matches
 * @param plain the title folded
 * @param heads what the folded title begins with, see {@link TitleHeads}
 * @param sound the title by sound
 * @param english the English title, folded
 * @param aside folded words around the title: shop, places of today and before
 * @param text the description, folded
 * @param category the codes of the product set, its group and its sector
 * @param shop slug and name of the shop in one facet value, see {@link ShopFacet}
 * @param starsFrom first day of the certificate, {@code yyyy-MM-dd}
 * @param starsTo first day after the certificate, {@code yyyy-MM-dd}
 * @param publishedAt milliseconds of the epoch
 * @param rank how much the listing deserves to come first whatever was asked, around 1
 * @param dated see {@link DatedCard}
 * @param cardVi the card as JSON in Vietnamese, without what depends on the day
 */
public record ListingDocument(
        String id,
        String title,
        String plain,
        List<String> heads,
        String sound,
        String english,
        String aside,
        String text,
        List<String> category,
        String province,
        String commune,
        String shop,
        String shopId,
        String shopSlug,
        @Nullable Integer stars,
        @Nullable String starsFrom,
        @Nullable String starsTo,
        long price,
        boolean inStock,
        long soldCount,
        long publishedAt,
        double rank,
        String slug,
        String titleVi,
        String titleEn,
        String dated,
        String cardVi,
        String cardEn) {

    public ListingDocument {
        heads = List.copyOf(heads);
        category = List.copyOf(category);
    }

    /** In stock before sold out, and best-sellers mildly before the rest: ten times the sales is worth a twentieth. */
    public static double rank(boolean inStock, long soldCount) {
        return (inStock ? 1.0 : 0.7) + 0.05 * Math.log10(1.0 + soldCount);
    }
}
