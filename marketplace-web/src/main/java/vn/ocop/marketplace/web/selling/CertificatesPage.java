package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * A shop's certificates and the form to claim one.
 *
 * @param mended the one that is being mended, or null
 * @param values what stands in the form
 * @param said what was just done, or null
 */
public record CertificatesPage(
        Head head,
        Person.Membership shop,
        List<CertificateItem> items,
        @Nullable CertificateItem mended,
        Map<String, String> values,
        @Nullable String said,
        @Nullable ApiProblem refusal,
        String formKey) {

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    public List<Option> stars(Visit visit) {
        return List.of("3", "4", "5").stream()
                .map(stars -> new Option(stars, visit.t("certificates.stars", stars), stars.equals(value("stars"))))
                .toList();
    }

    public List<Option> levels(Visit visit) {
        return List.of("PROVINCE", "MINISTRY", "DISTRICT_LEGACY").stream()
                .map(level -> new Option(level, visit.t("certificates.level." + level), level.equals(value("level"))))
                .toList();
    }
}
