package vn.ocop.marketplace.web.opening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The form that begins a shop.
 *
 * @param found communes that fit what was typed
 * @param looked whether a commune was looked for
 */
public record ApplyPage(
        Head head,
        Form form,
        List<Commune> found,
        boolean looked,
        @Nullable ApiProblem refusal,
        String key) {

    public static final List<String> KINDS = List.of("HOUSEHOLD", "INDIVIDUAL", "COOPERATIVE", "COMPANY");

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    public List<Option> kinds(Visit visit) {
        return kinds(visit, form.text("legalKind"));
    }

    static List<Option> kinds(Visit visit, String chosen) {
        return KINDS.stream()
                .map(kind -> new Option(kind, visit.t("shop.kind." + kind), kind.equals(chosen)))
                .toList();
    }
}
