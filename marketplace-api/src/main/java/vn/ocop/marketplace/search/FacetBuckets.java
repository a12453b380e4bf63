package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.search.FoundListings.Count;
import vn.ocop.marketplace.searchcontract.ShopFacet;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;

/** Turns counts into facet values people can read and choose; what is chosen is always among them. */
@Component
class FacetBuckets {

    private final Territory territory;
    private final Categories categories;
    private final MessageSource messages;

    FacetBuckets(Territory territory, Categories categories, MessageSource messages) {
        this.territory = territory;
        this.categories = categories;
        this.messages = messages;
    }

    /** One value of a facet. */
    record Bucket(String value, String label, long count, boolean selected) {}

    Map<Facet, List<Bucket>> of(ListingQuestion question, Map<Facet, List<Count>> counts) {
        var buckets = new EnumMap<Facet, List<Bucket>>(Facet.class);
        for (var facet : Facet.values()) {
            buckets.put(facet, of(facet, question, counts.getOrDefault(facet, List.of())));
        }
        return buckets;
    }

    private List<Bucket> of(Facet facet, ListingQuestion question, List<Count> counts) {
        var filters = question.filters();
        var language = question.language();
        return switch (facet) {
            case PROVINCE -> buckets(counts, Set.copyOf(filters.provinces()), language, this::province);
            case CATEGORY -> buckets(counts, groups(filters), language, this::category);
            case STARS -> buckets(counts, texts(filters.stars().stream()), language, this::stars);
            case PRICE -> prices(counts, filters, language);
            case SHOP -> shops(counts, filters);
            case IN_STOCK -> stock(counts, filters, language);
        };
    }

    /** Names a value in the reader's language. */
    private interface Naming {
        String name(String value, Language language);
    }

    private static List<Bucket> buckets(List<Count> counts, Set<String> chosen, Language language, Naming naming) {
        var buckets = new ArrayList<Bucket>();
        for (var count : counts) {
            if (count.count() > 0) {
                var value = count.value();
                buckets.add(new Bucket(value, naming.name(value, language), count.count(), chosen.contains(value)));
            }
        }
        chosen.stream()
                .filter(value ->
                        buckets.stream().noneMatch(bucket -> bucket.value().equals(value)))
                .sorted()
                .forEach(value -> buckets.add(new Bucket(value, naming.name(value, language), 0, true)));
        return buckets;
    }

    /** The facet shows groups; a chosen set or sector stands beside them under its own name. */
    private static Set<String> groups(ListingFilters filters) {
        return Set.copyOf(filters.categories());
    }

    private String province(String code, Language language) {
        return territory.province(code).map(Province::name).orElse(code);
    }

    private String category(String code, Language language) {
        return categories
                .find(code)
                .map(category -> category.name().in(language))
                .orElse(code);
    }

    private String stars(String stars, Language language) {
        return messages.getMessage("search.facet.stars", new Object[] {stars}, language.locale());
    }

    private List<Bucket> prices(List<Count> counts, ListingFilters filters, Language language) {
        var buckets = new ArrayList<Bucket>();
        for (var band : PriceBand.values()) {
            long count = counts.stream()
                    .filter(counted -> counted.value().equals(band.value()))
                    .mapToLong(Count::count)
                    .sum();
            boolean chosen = band.chosenBy(filters);
            if (count > 0 || chosen) {
                buckets.add(new Bucket(band.value(), priceBand(band, language), count, chosen));
            }
        }
        return buckets;
    }

    private String priceBand(PriceBand band, Language language) {
        Long to = band.to();
        if (to == null) {
            return messages.getMessage(
                    "search.facet.price-above", new Object[] {band.from() / 1000}, language.locale());
        }
        return band.from() == 0
                ? messages.getMessage("search.facet.price-below", new Object[] {to / 1000}, language.locale())
                : messages.getMessage(
                        "search.facet.price-between", new Object[] {band.from() / 1000, to / 1000}, language.locale());
    }

    private static List<Bucket> shops(List<Count> counts, ListingFilters filters) {
        var chosen = filters.shops().stream()
                .collect(Collectors.toMap(ListingFilters.ChosenShop::slug, ListingFilters.ChosenShop::name));
        var buckets = new ArrayList<Bucket>();
        for (var count : counts) {
            var shop = ShopFacet.parse(count.value());
            buckets.add(new Bucket(shop.slug(), shop.name(), count.count(), chosen.remove(shop.slug()) != null));
        }
        chosen.forEach((slug, name) -> buckets.add(new Bucket(slug, name, 0, true)));
        return buckets;
    }

    private List<Bucket> stock(List<Count> counts, ListingFilters filters, Language language) {
        var inStock =
                counts.stream().filter(count -> "true".equals(count.value())).toList();
        var chosen = filters.inStock() ? Set.of("true") : Set.<String>of();
        return buckets(
                inStock,
                chosen,
                language,
                (value, reader) -> messages.getMessage("search.facet.in-stock", null, reader.locale()));
    }

    private static Set<String> texts(Stream<Integer> numbers) {
        return numbers.map(String::valueOf).collect(Collectors.toSet());
    }
}
