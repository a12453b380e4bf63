package vn.ocop.marketplace.web.post;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;

/** Which office, list and page a clerk asked for, or which single parcel. */
record Ask(
        @Nullable String office,
        Parcel.Status status,
        String scanned,
        @Nullable String after,
        boolean toReview) {

    private static final String TO_REVIEW = "TO_REVIEW";

    static Ask of(@Nullable String office, @Nullable String status, @Nullable String scanned, @Nullable String after) {
        var known = Arrays.stream(Parcel.Status.values())
                .filter(candidate -> candidate.name().equals(status))
                .findFirst()
                .orElse(Parcel.Status.TO_COLLECT);
        return new Ask(office, known, tidy(scanned), after, TO_REVIEW.equals(status));
    }

    /** Scanners and hands add spaces and lower case. */
    static String tidy(@Nullable String scanned) {
        return scanned == null ? "" : scanned.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    Person.Membership of(Person person) {
        return person.at("POST_OFFICE", office);
    }
}
