package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Visit;

/** What filters are called on the page, whatever code or slug the address carries. */
record FilterWords(Visit visit, List<Province> provinces, CategoryTree categories, SearchResult result) {

    String of(String name, String value) {
        return switch (name) {
            case "province" -> province(value);
            case "category" -> category(value);
            case "commune" -> commune(value);
            case "stars" -> visit.t("stars.label", value);
            case "shop" -> shop(value);
            case "inStock" -> visit.t("facet.in-stock-only");
            default -> value;
        };
    }

    String bucket(String name, SearchResult.Bucket bucket) {
        return switch (name) {
            case "price" -> band(bucket.value());
            case "stars", "inStock" -> of(name, bucket.value());
            default -> bucket.label();
        };
    }

    /** {@code 50.000 – 100.000 ₫}, open at either end. */
    String priceRange(@Nullable String from, @Nullable String to) {
        long low = from == null ? 0 : Long.parseLong(from);
        if (to == null) {
            return visit.t("price.at-least", visit.vnd(low));
        }
        var high = visit.vnd(Long.parseLong(to));
        return low == 0 ? visit.t("price.below", high) : visit.t("price.between", visit.number(low), high);
    }

    private String band(String value) {
        var dash = value.indexOf('-');
        var from = value.substring(0, dash);
        var to = value.substring(dash + 1);
        return priceRange(from, to.isEmpty() ? null : to);
    }

    private String province(String value) {
        return provinces.stream()
                .filter(province ->
                        province.code().equals(value) || province.slug().equals(value))
                .map(Province::name)
                .findFirst()
                .orElse(value);
    }

    private String category(String value) {
        var category = categories.find(value);
        return category == null ? value : category.name();
    }

    private String commune(String value) {
        return result.items().stream()
                .map(card -> card.commune())
                .filter(commune -> commune != null && commune.code().equals(value))
                .map(commune -> commune.name())
                .findFirst()
                .orElseGet(() -> visit.t("facet.commune"));
    }

    private String shop(String value) {
        return result.items().stream()
                .map(card -> card.shop())
                .filter(shop -> shop.slug().equals(value) || shop.id().equals(value))
                .map(shop -> shop.name())
                .findFirst()
                .orElseGet(() -> visit.t("facet.one-shop"));
    }
}
