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
        Mandate.All all,
        @Nullable String state,
        Form form,
        LocalDate until,
        @Nullable ApiProblem refusal,
        String key) {

    /** The states, as they are shown; without one all. */
    public static final List<String> STATES = List.of("ASKED", "TO_APPROVE", "ACTIVE", "ENDED");

    private static final int MONTHS = 6;

    static @Nullable String known(@Nullable String state) {
        return state != null && STATES.contains(state) ? state : null;
    }

    static HelpingPage of(
            Visit visit,
            Person.Membership place,
            List<Person.Membership> places,
            Mandate.All all,
            @Nullable String state,
            Form form,
            @Nullable ApiProblem refusal) {
        return new HelpingPage(
                Head.personal(visit.t("helping.title")).withScripts("htmx.js"),
                place,
                places,
                all,
                state,
                form,
                visit.today().plusMonths(MONTHS),
                refusal,
                UUID.randomUUID().toString());
    }

    public List<Mandate> mandates() {
        return all.items();
    }

    public String statePath(@Nullable String of) {
        return pathOf(place) + (of == null ? "" : "&loai=" + of);
    }

    public static String stateKey(String of) {
        return of.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public @Nullable String nextPath() {
        return all.next() == null ? null : statePath(state) + "&after=" + all.next();
    }

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    public String sheetsPath() {
        return "/gian-hang-theo-bang?noi=" + place.kind() + ":" + place.scope();
    }

    public String pathOf(Person.Membership other) {
        return "/giup-ban-hang?noi=" + other.kind() + ":" + other.scope();
    }
}
