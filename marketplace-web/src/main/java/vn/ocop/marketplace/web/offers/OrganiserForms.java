package vn.ocop.marketplace.web.offers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.text.Moments;

/** From the fields of a desk's forms to what the API is asked for. Days are Vietnamese and end with themselves. */
final class OrganiserForms {

    private static final Map<String, String> FUNDERS =
            Map.of("seller", "SELLER", "platform", "PLATFORM", "carrier", "CARRIER", "budgetShare", "PUBLIC_BUDGET");

    private static final Set<String> ONLY_OF_GOODS = Set.of("BUY_X_GET_Y", "FIXED_PRICE", "GIFT");

    private OrganiserForms() {}

    static Map<String, Object> wish(String step, Form form, Bench bench) {
        return switch (step) {
            case "programmes" -> programme(form);
            case "campaigns" -> campaign(form, bench);
            default -> offer(form, bench);
        };
    }

    private static Map<String, Object> programme(Form form) {
        var wish = new HashMap<String, Object>();
        texts(wish, form, "code", "name", "nameEn", "theme", "themeEn", "decisionNo", "decidedBy", "copyFrom");
        wish.put("startsAt", day(form.text("from"), 0));
        wish.put("endsAt", day(form.text("to"), 1));
        if (form.has("peakFrom") && form.has("peakTo")) {
            wish.put("peakFrom", day(form.text("peakFrom"), 0));
            wish.put("peakTo", day(form.text("peakTo"), 1));
        }
        return wish;
    }

    private static Map<String, Object> campaign(Form form, Bench bench) {
        var wish = new HashMap<String, Object>();
        texts(wish, form, "programme", "code", "name", "nameEn", "organiser");
        var kind = bench.platform() ? form.text("ownerKind") : "PROVINCE";
        wish.put("ownerKind", kind);
        wish.put("ownerScope", bench.platform() ? scope(kind, form) : bench.scope());
        wish.put("openToShops", form.has("openToShops"));
        return wish;
    }

    private static String scope(String kind, Form form) {
        return kind.equals("PLATFORM") || !form.has("ownerScope") ? "*" : form.text("ownerScope");
    }

    private static Map<String, Object> offer(Form form, Bench bench) {
        var wish = new HashMap<String, Object>();
        texts(wish, form, "campaignId", "code", "name", "nameEn", "terms", "kind", "audience", "voucher");
        texts(wish, form, "dailyFrom", "dailyTo");
        var kind = form.text("kind");
        var shipping = kind.equals("FREE_SHIPPING") || kind.equals("SHIPPING_OFF");
        wish.put(
                "stackingClass",
                shipping ? "SHIPPING" : ONLY_OF_GOODS.contains(kind) ? "ITEM" : form.text("stackingClass"));
        wish.put("value", Math.max(0, form.number("value", 0)) * (kind.equals("PERCENT") ? 100L : 1L));
        numbers(wish, form, "minSpend", "cap", "perPerson", "perLine", "total", "budget", "buyPieces", "getPieces");
        wish.put("startsAt", day(form.text("from"), 0));
        wish.put("endsAt", day(form.text("to"), 1));
        wish.put("peakOnly", form.has("peakOnly"));
        wish.put("firstWithPaymentMethod", form.has("method"));
        wish.put("paymentMethods", form.has("method") ? List.of(form.text("method")) : List.of());
        wish.put("assistedByTeam", form.has("assisted"));
        if (bench.platform()) {
            wish.put("provinces", form.has("province") ? List.of(form.text("province")) : List.of());
        } else {
            wish.put("provinces", List.of(bench.scope()));
            wish.put("toProvinces", form.has("here") ? List.of(bench.scope()) : List.of());
        }
        wish.put("funders", funders(form, bench));
        goods(wish, form);
        return wish;
    }

    /** What is off; an offer that one shop bears is of that shop's, which is asked first. */
    private static void goods(Map<String, Object> wish, Form form) {
        wish.put("listings", OfferGoods.ids(form, "listings"));
        wish.put("gifts", OfferGoods.ids(form, "gifts"));
        wish.put("categories", OfferGoods.ids(form, "categories"));
        wish.put("starsFrom", form.number("starsFrom", 0));
        var shops = OfferGoods.ids(form, "shops");
        if (shops.size() == 1 && form.number("seller", 0) > 0) {
            wish.put("shopId", shops.getFirst());
        } else {
            wish.put("shops", shops);
        }
    }

    /** Shares in whole percent. */
    private static List<Map<String, Object>> funders(Form form, Bench bench) {
        var funders = new ArrayList<Map<String, Object>>();
        FUNDERS.forEach((field, kind) -> {
            int percent = form.number(field, 0);
            if (percent > 0) {
                var scope = switch (kind) {
                    case "CARRIER" -> form.has("carrierCode") ? form.text("carrierCode") : "vnpost";
                    case "PUBLIC_BUDGET" -> bench.platform() ? form.text("budgetOf") : bench.scope();
                    default -> "";
                };
                funders.add(Map.of("kind", kind, "scope", scope, "shareBp", percent * 100));
            }
        });
        return funders;
    }

    static Map<String, Object> preview(Form form, String variant) {
        var wish = new HashMap<String, Object>();
        wish.put("at", moment(form.text("at")));
        wish.put("phoneVerified", !form.text("people").equals("ALL"));
        wish.put("newConsumer", form.text("people").equals("NEW"));
        if (form.has("commune")) {
            wish.put("communeCode", form.text("commune"));
        }
        if (form.has("method")) {
            wish.put("paymentMethod", form.text("method"));
        }
        if (form.has("assisted")) {
            wish.put("teamCode", "to");
        }
        wish.put("lines", List.of(Map.of("variantId", variant, "quantity", Math.max(1, form.number("quantity", 1)))));
        return wish;
    }

    private static void texts(Map<String, Object> wish, Form form, String... fields) {
        for (var field : fields) {
            if (form.has(field)) {
                wish.put(field, form.text(field));
            }
        }
    }

    private static void numbers(Map<String, Object> wish, Form form, String... fields) {
        for (var field : fields) {
            if (form.has(field)) {
                wish.put(field, form.number(field, 0));
            }
        }
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

    private static String moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(Moments.ZONE).toInstant().toString();
        } catch (DateTimeException noMoment) {
            return "1970-01-01T00:00:00Z";
        }
    }
}
