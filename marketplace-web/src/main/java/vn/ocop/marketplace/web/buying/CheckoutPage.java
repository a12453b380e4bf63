package vn.ocop.marketplace.web.buying;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The one page of checkout.
 *
 * @param where the chosen commune, or what there is to choose from
 * @param quote what it costs, once the commune is known
 * @param cart what is in the cart, until then
 * @param key a new one for each page that is shown: the same page sent twice is one order
 */
public record CheckoutPage(
        Head head,
        CheckoutForm form,
        Where where,
        @Nullable Quote quote,
        Cart cart,
        CheckoutProblems problems,
        String key) {

    /** Where the goods go. */
    public record Where(@Nullable Commune commune, List<Commune> found, List<Place> provinces, List<Place> listed) {

        /** Whether a former name was typed whose commune has been divided. */
        public boolean divided() {
            return found.stream().anyMatch(commune -> Boolean.TRUE.equals(commune.divided()));
        }
    }

    static CheckoutPage of(
            Visit visit, CheckoutForm form, Where where, @Nullable Quote quote, Cart cart, CheckoutProblems problems) {
        var head = Head.personal(visit.t("checkout.title")).withScripts("htmx.js");
        return new CheckoutPage(
                head, form, where, quote, cart, problems, UUID.randomUUID().toString());
    }

    public List<Option> provinceOptions(Visit visit) {
        return options(visit.t("checkout.province.choose"), where.provinces(), form.province(), false);
    }

    public List<Option> listedOptions(Visit visit) {
        return options(visit.t("checkout.listed.choose"), where.listed(), "", true);
    }

    private static List<Option> options(String first, List<Place> places, String chosen, boolean withKind) {
        var options = new ArrayList<Option>();
        options.add(new Option("", first, false));
        for (var place : places) {
            var label = withKind ? place.kind() + " " + place.name() : place.name();
            options.add(new Option(place.code(), label, place.code().equals(chosen)));
        }
        return options;
    }

    /** The way to pay that is marked. */
    public String method() {
        return quote == null ? form.method() : quote.methodOr(form.method());
    }

    public boolean adultsOnly() {
        return quote == null ? cart.ageRestricted() : quote.ageRestricted();
    }

    /** The number of fields that need another look. */
    public boolean asksAgain() {
        return problems.summary() != null;
    }
}
