package vn.ocop.marketplace.web.buying;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Visit;

/**
 * What the buyer has filled in so far.
 *
 * @param typed what was typed to find the commune
 * @param commune the code of the chosen commune, or empty
 * @param province the province whose communes are listed for choosing, or empty
 * @param services how each shop's parcel is to come, and {@code pricedServices} what the total on the page was for
 * @param quoteId the quote whose total was on the page that was sent
 * @param key makes repeats of the same page one order
 */
public record CheckoutForm(
        Action action,
        String name,
        String phone,
        String typed,
        String commune,
        String province,
        String street,
        Map<String, String> notes,
        Map<String, String> services,
        Map<String, String> pricedServices,
        String method,
        boolean adult,
        String quoteId,
        String key) {

    private static final Pattern PHONE = Pattern.compile("(\\+?84|0)[1-9]\\d{8}");

    /** What the pressed button asks for. */
    public enum Action {
        /** Find communes by what was typed. */
        SEARCH,
        /** List the communes of the chosen province, or take the one chosen from such a list. */
        PICK,
        /** Forget the chosen commune. */
        CHANGE,
        /** Show what it costs. */
        QUOTE,
        /** Order. */
        PLACE;

        static Action of(String value) {
            return switch (value) {
                case "search" -> SEARCH;
                case "pick" -> PICK;
                case "change" -> CHANGE;
                case "quote" -> QUOTE;
                default -> PLACE;
            };
        }
    }

    static CheckoutForm of(Form form) {
        var action = Action.of(form.text("action"));
        var picked = form.has("listed") ? form.text("listed") : form.text("commune");
        return new CheckoutForm(
                action,
                form.text("name"),
                form.text("phone"),
                form.text("typed"),
                action == Action.CHANGE ? "" : picked,
                form.text("province"),
                form.text("street"),
                form.startingWith("note."),
                form.startingWith("service."),
                form.startingWith("priced."),
                form.text("method"),
                form.has("adult"),
                form.text("quote"),
                form.text("key"));
    }

    /** A fresh form, with what is known of the buyer. */
    static CheckoutForm fresh(String name, String phone, String commune, String street) {
        return new CheckoutForm(
                Action.QUOTE,
                name,
                phone,
                "",
                commune,
                "",
                street,
                Map.of(),
                Map.of(),
                Map.of(),
                Quote.CASH,
                false,
                "",
                "");
    }

    CheckoutForm withCommune(String code) {
        return new CheckoutForm(
                action,
                name,
                phone,
                typed,
                code,
                province,
                street,
                notes,
                services,
                pricedServices,
                method,
                adult,
                quoteId,
                key);
    }

    /** Whether another way was chosen than the one the total on the page was for. */
    boolean otherServices() {
        return !services.equals(pricedServices);
    }

    public String note(String shopId) {
        return notes.getOrDefault(shopId, "");
    }

    /** What is still missing before an order can be placed, by field. */
    Map<String, String> missing(Visit visit, boolean adultsOnly) {
        var missing = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            missing.put("name", visit.t("checkout.missing.name"));
        }
        if (!PHONE.matcher(phone.replaceAll("[\\s.\\-]", "")).matches()) {
            missing.put("phone", visit.t("checkout.missing.phone"));
        }
        if (commune.isEmpty()) {
            missing.put("typed", visit.t("checkout.missing.commune"));
        }
        if (street.isEmpty()) {
            missing.put("street", visit.t("checkout.missing.street"));
        }
        if (adultsOnly && !adult) {
            missing.put("adult", visit.t("checkout.missing.adult"));
        }
        return missing;
    }

    /** The order as the API takes it. */
    Map<String, Object> order() {
        return Map.of(
                "quoteId", quoteId,
                "paymentMethod", method,
                "recipient", Map.of("name", name, "phone", phone, "communeCode", commune, "street", street),
                "adultConfirmed", adult,
                "notes", notes);
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "CheckoutForm[" + action + ", " + commune + "]";
    }
}
