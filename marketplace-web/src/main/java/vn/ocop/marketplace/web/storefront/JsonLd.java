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

    static String product(Visit visit, Listing listing) {
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
        product.put("offers", offers(listing, url));
        if (listing.certificate() != null) {
            product.put("award", "OCOP " + listing.certificate().stars());
        }
        return document("Product", product);
    }

    private static Map<String, Object> offers(Listing listing, String url) {
        var availability = listing.available() > 0 ? IN_STOCK : OUT_OF_STOCK;
        var seller = thing("Organization", Map.of("name", listing.shop().name()));
        if (listing.lowestPrice() == listing.highestPrice()) {
            return thing(
                    "Offer",
                    Map.of(
                            "price", listing.lowestPrice(),
                            "priceCurrency", "VND",
                            "availability", availability,
                            "url", url,
                            "seller", seller));
        }
        return thing(
                "AggregateOffer",
                Map.of(
                        "lowPrice", listing.lowestPrice(),
                        "highPrice", listing.highestPrice(),
                        "priceCurrency", "VND",
                        "offerCount", listing.variants().size(),
                        "availability", availability));
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
