package vn.ocop.marketplace.web.offers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.text.Moments;

/** From the fields of a shop's form to the offer that the API is asked for. */
final class ShopOfferForms {

    private static final String VOUCHER = "VOUCHER_";

    private ShopOfferForms() {}

    /** A day is Vietnamese and ends with itself. */
    static Map<String, Object> offer(Form form, String campaign, List<String> listings) {
        var typed = form.text("kind");
        var voucher = typed.startsWith(VOUCHER);
        var kind = voucher ? typed.substring(VOUCHER.length()) : typed;
        var offer = new HashMap<String, Object>();
        offer.put("campaignId", campaign);
        offer.put("code", "gian-hang-" + form.text("key"));
        offer.put("name", form.text("name"));
        offer.put("kind", kind);
        offer.put("stackingClass", voucher ? "SHOP_VOUCHER" : "ITEM");
        offer.put("value", Math.max(0, form.number("value", 0)) * (kind.equals("PERCENT") ? 100L : 1L));
        offer.put("listings", listings);
        offer.put("gifts", kind.equals("GIFT") && form.has("gift") ? List.of(form.text("gift")) : List.of());
        offer.put("startsAt", day(form.text("from"), 0));
        offer.put("endsAt", day(form.text("to"), 1));
        for (var text : List.of("audience", "dailyFrom", "dailyTo", "voucher")) {
            if (form.has(text)) {
                offer.put(text, form.text(text));
            }
        }
        for (var number : List.of("minSpend", "cap", "buyPieces", "getPieces", "total", "perPerson", "budget")) {
            if (form.has(number)) {
                offer.put(number, form.number(number, 0));
            }
        }
        if (!voucher && form.has("perPerson")) {
            offer.put("perLine", form.number("perPerson", 1));
        }
        return offer;
    }

    /** Nonsense becomes a moment that no programme holds, so that it is refused at its field. */
    private static String day(String typed, int later) {
        try {
            return LocalDate.parse(typed)
                    .plusDays(later)
                    .atStartOfDay(Moments.ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeException noDay) {
            return "1970-01-01T00:00:00Z";
        }
    }
}
