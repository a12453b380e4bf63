package vn.ocop.marketplace.web.offers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.web.site.Visit;

/** Offers as schema.org has them, safe to stand inside a script element. */
final class OfferJsonLd {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 30;

    private OfferJsonLd() {}

    static String of(Visit visit, Programme programme, List<PublicOffer> offers) {
        var items = new ArrayList<Map<String, Object>>();
        offers.stream().limit(MOST).forEach(offer -> items.add(offer(visit, offer)));
        var event = new LinkedHashMap<String, Object>();
        event.put("@context", "https://schema.org");
        event.put("@type", "SaleEvent");
        event.put("name", programme.name());
        event.put("startDate", programme.startsAt().toString());
        event.put("endDate", programme.endsAt().toString());
        event.put("eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode");
        event.put(
                "location",
                Map.of("@type", "VirtualLocation", "url", visit.absolute(visit.link("/thang-tieu-dung-so"))));
        event.put("offers", items);
        return JSON.writeValueAsString(event).replace("<", "\\u003c");
    }

    private static Map<String, Object> offer(Visit visit, PublicOffer offer) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", "Offer");
        thing.put("name", offer.name());
        thing.put("description", offer.terms().isEmpty() ? offer.name() : offer.terms());
        thing.put("validFrom", offer.window().startsAt().toString());
        thing.put("validThrough", offer.window().endsAt().toString());
        thing.put("offeredBy", Map.of("@type", "Organization", "name", offer.organiser()));
        thing.put("url", visit.absolute(visit.link("/thang-tieu-dung-so")) + "#" + offer.code());
        if (!offer.audience().people().equals("ALL")) {
            thing.put(
                    "eligibleCustomerType",
                    visit.t("offers.audience." + offer.audience().people()));
        }
        var goods = offer.goods();
        if (goods.size() == 1) {
            var price = goods.getFirst();
            thing.put("price", price.price());
            thing.put("priceCurrency", "VND");
            thing.put(
                    "itemOffered",
                    Map.of(
                            "@type",
                            "Product",
                            "name",
                            price.title(),
                            "url",
                            visit.absolute(visit.link("/san-pham/" + price.slug()))));
        }
        return thing;
    }
}
