package vn.ocop.marketplace.searchcontract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A listing card made ready once, to which only what depends on the day is added when it is shown: the stars, which
 * count while their certificate is valid, and whether the law reserves the category for adults.
 *
 * @param json the card without those two members
 * @param stars zero without a certificate
 * @param from first day of the certificate
 * @param to first day after it
 * @param category code of the product set
 */
public record DatedCard(
        String json,
        int stars,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String category) {

    private static final String NONE = "-";

    /** The dates in one word each, as the index stores them beside the card. */
    public String dated() {
        return stars + " " + (from == null ? NONE : from) + " " + (to == null ? NONE : to) + " " + category;
    }

    /** Puts together what the index stored. */
    public static DatedCard of(String dated, String json) {
        String[] parts = dated.split(" ", 4);
        return new DatedCard(json, Integer.parseInt(parts[0]), date(parts[1]), date(parts[2]), parts[3]);
    }

    /** The whole card as JSON, as it is on that day. */
    public String on(LocalDate day, boolean ageRestricted) {
        String certified = validOn(day) ? Integer.toString(stars) : "null";
        return json.substring(0, json.lastIndexOf('}')) + ",\"stars\":" + certified + ",\"ageRestricted\":"
                + ageRestricted + "}";
    }

    private boolean validOn(LocalDate day) {
        return stars > 0 && from != null && !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    private static @Nullable LocalDate date(String text) {
        return NONE.equals(text) ? null : LocalDate.parse(text);
    }
}
