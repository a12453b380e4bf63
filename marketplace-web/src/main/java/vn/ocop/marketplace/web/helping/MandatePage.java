package vn.ocop.marketplace.web.helping;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.opening.Opening;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * One household's way into selling, with the one next step.
 *
 * @param clerk whether the reader works by it, else the household itself reads
 * @param opening the shop's file, once there is one and the reader may see it
 * @param codeId the code that was just sent to the household
 * @param found communes that fit what was typed
 */
public record MandatePage(
        Head head,
        Mandate mandate,
        boolean clerk,
        @Nullable Opening opening,
        @Nullable String codeId,
        @Nullable String said,
        Form form,
        List<Commune> found,
        @Nullable ApiProblem refusal,
        String key) {

    /** What one request adds to the page. */
    record Added(
            @Nullable String codeId,
            @Nullable String said,
            Form form,
            List<Commune> found,
            @Nullable ApiProblem refusal) {}

    static MandatePage of(Visit visit, Mandate mandate, boolean clerk, @Nullable Opening opening, Added added) {
        return new MandatePage(
                Head.personal(visit.t("helping.of", mandate.householdName())),
                mandate,
                clerk,
                opening,
                added.codeId(),
                added.said(),
                added.form(),
                added.found(),
                added.refusal(),
                UUID.randomUUID().toString());
    }

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    public String action(String step) {
        return "/giup-ban-hang/" + mandate.id() + "/" + step;
    }

    /** Whether what the clerk fills in is all there; the household accepts the terms with its yes. */
    public boolean filled() {
        var known = opening;
        return known != null
                && known.checklist().stream()
                        .allMatch(item ->
                                item.done() || !item.needed() || item.step().equals("TERMS"));
    }

    public boolean fresh() {
        return opening != null && opening.shop().fresh();
    }

    public String profilePath() {
        return "/nguoi-ban/ho-so?gian-hang=" + mandate.shopId();
    }

    public String newListingPath() {
        return "/nguoi-ban/san-pham/moi?gian-hang=" + mandate.shopId();
    }

    public String shelfPath() {
        return "/nguoi-ban/san-pham?gian-hang=" + mandate.shopId();
    }

    public String sheetsPath() {
        return "/nguoi-ban/bang-tinh?gian-hang=" + mandate.shopId();
    }
}
