package vn.ocop.marketplace.web.storefront;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Visit;

/** Documents of schema.org for search engines, safe to stand inside a script element. */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IN_STOCK = "https://schema.org/InStock";
    private static final String OUT_OF_STOCK = "https://schema.org/OutOfStock";

    private JsonLd() {}

    static String breadcrumbs(Visit visit, List<Crumb> crumbs, String path) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < crumbs.size(); i++) {
            var crumb = crumbs.get(i);
            var to = crumb.path() == null ? path : crumb.path();
            items.add(thing(
                    "ListItem",
                    Map.of("position", i + 1, "name", crumb.name(), "item", visit.absolute(visit.link(to)))));
        }
        return document("BreadcrumbList", Map.of("itemListElement", items));
    }

    static String organization(Visit visit) {
        return document(
                "Organization",
                Map.of(
                        "name", visit.t("site.name"),
                        "url", visit.absolute("/"),
                        "logo", visit.absolute(visit.asset("favicon.svg"))));
    }

    static String shop(Visit visit, Shop shop) {
        return document(
                "Store",
                Map.of("name", shop.name(), "url", visit.absolute(visit.link(shop.path())), "address", shop.where()));
    }

    static String product(Visit visit, Listing listing, ListingOffers offers) {
        var url = visit.absolute(visit.link(listing.path()));
        var product = new LinkedHashMap<String, Object>();
        product.put("name", listing.title());
        put(product, "description", listing.description());
        product.put("url", url);
        product.put(
                "image",
                listing.gallery().stream()
                        .map(picture -> visit.absolute(picture.src(1200)))
                        .toList());
        product.put("category", listing.category().name());
        product.put("brand", thing("Brand", Map.of("name", listing.shop().name())));
        product.put("offers", offers(listing, offers, url));
        if (listing.certificate() != null) {
            product.put("award", "OCOP " + listing.certificate().stars());
        }
        return document("Product", product);
    }

    /** At what it costs anybody now; a price that is reduced says until when, and from what. */
    private static Map<String, Object> offers(Listing listing, ListingOffers reduced, String url) {
        var availability = listing.available() > 0 ? IN_STOCK : OUT_OF_STOCK;
        var prices = listing.variants().stream().mapToLong(reduced::priceOf).summaryStatistics();
        if (prices.getMin() >= prices.getMax()) {
            var offer = new LinkedHashMap<String, Object>();
            offer.put("price", prices.getCount() == 0 ? 0 : prices.getMin());
            offer.put("priceCurrency", "VND");
            offer.put("availability", availability);
            offer.put("url", url);
            offer.put(
                    "seller",
                    thing("Organization", Map.of("name", listing.shop().name())));
            reduction(listing, reduced, offer);
            return thing("Offer", offer);
        }
        return thing(
                "AggregateOffer",
                Map.of(
                        "lowPrice", prices.getMin(),
                        "highPrice", prices.getMax(),
                        "priceCurrency", "VND",
                        "offerCount", listing.variants().size(),
                        "availability", availability));
    }

    private static void reduction(Listing listing, ListingOffers reduced, Map<String, Object> offer) {
        var before = listing.variants().isEmpty()
                ? null
                : reduced.beforeOf(listing.variants().getFirst());
        var until = reduced.until();
        if (before != null && until != null) {
            offer.put("priceValidUntil", until.toString());
            offer.put(
                    "priceSpecification",
                    thing(
                            "UnitPriceSpecification",
                            Map.of(
                                    "priceType", "https://schema.org/StrikethroughPrice",
                                    "price", before,
                                    "priceCurrency", "VND")));
        }
    }

    private static void put(Map<String, Object> target, String name, @Nullable Object value) {
        if (value != null) {
            target.put(name, value);
        }
    }

    private static Map<String, Object> thing(String type, Map<String, Object> properties) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        thing.putAll(properties);
        return thing;
    }

    private static String document(String type, Map<String, Object> properties) {
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.putAll(thing(type, properties));
        // "</script>" inside a text must not end the element.
        return JSON.writeValueAsString(document).replace("<", "\\u003c");
    }
}
