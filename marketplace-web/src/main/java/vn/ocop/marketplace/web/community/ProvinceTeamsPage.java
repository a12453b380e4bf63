package vn.ocop.marketplace.web.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;

/**
 * The teams of a province with their figures, and the form that founds one.
 *
 * @param found communes that fit what was typed
 * @param link for the head of a team; shown once
 */
public record ProvinceTeamsPage(
        Head head,
        Person.Membership province,
        List<Team.Figures> teams,
        Form form,
        List<Commune> found,
        @Nullable String link,
        boolean founded,
        @Nullable ApiProblem refusal,
        String key) {

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    public boolean searched() {
        return form.has("commune-name") && found.isEmpty() && refusal == null;
    }
}
