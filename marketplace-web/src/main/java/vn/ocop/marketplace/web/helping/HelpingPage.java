package vn.ocop.marketplace.web.helping;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** Households a place helps, and the form that asks another. */
public record HelpingPage(
        Head head,
        Person.Membership place,
        List<Person.Membership> places,
        List<Mandate> mandates,
        Form form,
        LocalDate until,
        @Nullable ApiProblem refusal,
        String key) {

    private static final int MONTHS = 6;

    static HelpingPage of(
            Visit visit,
            Person.Membership place,
            List<Person.Membership> places,
            List<Mandate> mandates,
            Form form,
            @Nullable ApiProblem refusal) {
        return new HelpingPage(
                Head.personal(visit.t("helping.title")),
                place,
                places,
                mandates,
                form,
                visit.today().plusMonths(MONTHS),
                refusal,
                UUID.randomUUID().toString());
    }

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    public String pathOf(Person.Membership other) {
        return "/giup-ban-hang?noi=" + other.kind() + ":" + other.scope();
    }
}
