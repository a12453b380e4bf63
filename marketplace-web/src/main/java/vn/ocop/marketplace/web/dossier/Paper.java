package vn.ocop.marketplace.web.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A paper of a shop's dossier as the API tells of it. */
public record Paper(
        String id, String kind, String title, @Nullable LocalDate validTo, String standing) {

    /** The kinds, as they are best asked for. */
    public static final List<String> KINDS = List.of(
            "CERTIFICATE_SCAN",
            "BUSINESS_REGISTRATION",
            "FOOD_SAFETY",
            "SELF_DECLARATION",
            "TEST_REPORT",
            "LABEL",
            "ORIGIN",
            "TRADEMARK",
            "PRODUCT_STORY",
            "BUSINESS_PLAN",
            "OTHER");

    /** A list of them. */
    public record All(List<Paper> items) {}

    /** A file that was taken in. */
    record Sent(String id) {}

    /** The class of its mark. */
    public String standingKey() {
        return standing.equals("LASTING") ? "valid" : standing.toLowerCase(Locale.ROOT);
    }
}
