package vn.ocop.marketplace.web.buying;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Visit;

/**
 * What stood in the way of an order, each at its place on the page.
 *
 * @param summary one sentence for the top of the page
 * @param fields sentences by form field
 * @param lines sentences by variant
 */
public record CheckoutProblems(@Nullable String summary, Map<String, String> fields, Map<String, String> lines) {

    static final CheckoutProblems NONE = new CheckoutProblems(null, Map.of(), Map.of());

    private static final Map<String, String> FIELD_OF_API = Map.of(
            "recipient.name", "name",
            "recipient.phone", "phone",
            "recipient.communeCode", "typed",
            "communeCode", "typed",
            "recipient.street", "street",
            "paymentMethod", "method");

    private static final Map<String, String> FIELD_OF_CODE = Map.of(
            "order.adults-only", "adult",
            "order.payment-method-not-allowed", "method",
            "order.other-commune", "typed",
            "checkout.unknown-commune", "typed",
            "shipment.no-rate", "typed");

    static CheckoutProblems ofForm(Visit visit, Map<String, String> missing) {
        return new CheckoutProblems(visit.t("checkout.missing"), missing, Map.of());
    }

    static CheckoutProblems onlySummary(String sentence) {
        return new CheckoutProblems(sentence, Map.of(), Map.of());
    }

    static CheckoutProblems of(ApiProblem problem) {
        var fields = new HashMap<String, String>();
        var lines = new HashMap<String, String>();
        for (var error : problem.errors()) {
            var target = problem.code().equals("checkout.changed") ? lines : fields;
            target.put(field(error.field()), error.message());
        }
        var detail = problem.detail();
        var owner = FIELD_OF_CODE.get(problem.code());
        if (owner != null && detail != null) {
            fields.put(owner, detail);
        }
        return new CheckoutProblems(detail, Map.copyOf(fields), Map.copyOf(lines));
    }

    private static String field(String ofApi) {
        return FIELD_OF_API.getOrDefault(ofApi, ofApi);
    }

    public @Nullable String of(String field) {
        return fields.get(field);
    }

    public @Nullable String ofLine(String variantId) {
        return lines.get(variantId);
    }

    boolean none() {
        return summary == null && fields.isEmpty() && lines.isEmpty();
    }
}
