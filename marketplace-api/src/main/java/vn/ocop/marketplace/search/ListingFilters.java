package vn.ocop.marketplace.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of listings is narrowed to. Within one kind any will do, between kinds all must hold; nothing chosen
 * means no narrowing.
 *
 * @param provinces codes
 * @param communes codes
 * @param categories codes of sectors, groups or sets
 */
public record ListingFilters(
        List<String> provinces,
        List<String> communes,
        List<String> categories,
        List<Integer> stars,
        List<ChosenShop> shops,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        boolean inStock) {

    public static final ListingFilters NONE =
            new ListingFilters(List.of(), List.of(), List.of(), List.of(), List.of(), null, null, false);

    public ListingFilters {
        provinces = List.copyOf(provinces);
        communes = List.copyOf(communes);
        categories = List.copyOf(categories);
        stars = List.copyOf(stars);
        shops = List.copyOf(shops);
    }

    /** A shop that was chosen, with what a facet shows of it. */
    public record ChosenShop(UUID id, String slug, String name) {}

    boolean narrowsPrice() {
        return minPrice != null || maxPrice != null;
    }

    /** With what a text asks for, where nothing of the kind was chosen. */
    ListingFilters with(UnderstoodText text) {
        boolean priced = narrowsPrice();
        return new ListingFilters(
                provinces,
                communes,
                categories,
                stars.isEmpty() ? text.stars() : stars,
                shops,
                priced ? minPrice : text.minPrice(),
                priced ? maxPrice : text.maxPrice(),
                inStock);
    }
}
