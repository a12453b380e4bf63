package vn.ocop.marketplace.shipment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Where a page of a work list ended: what is due first comes first, on one day commune by commune, and what nobody
 * promised comes last. What is over is listed by when it ended, the latest first; then {@code due} is that moment.
 */
record WorkOrder(String due, String commune, UUID id) {

    static final String DUE_FIRST = """
               and (:due::text is null
                    or (coalesce(p.due_on, 'infinity'::date), p.commune_code, p.id) > (:due::date, :commune, :id))
             order by coalesce(p.due_on, 'infinity'::date), p.commune_code, p.id
             limit :limit
            """;

    static final String LATEST_FIRST = """
               and (:due::text is null or (p.status_at, p.id) < (:due::timestamptz, :id) and :commune::text is not null)
             order by p.status_at desc, p.id desc
             limit :limit
            """;

    private static final String NEVER = "infinity";

    /** @param over whether the list is one of parcels whose way is over */
    static WorkOrder of(Parcel parcel, boolean over) {
        var due = parcel.dueOn();
        return over
                ? new WorkOrder(parcel.statusAt().toString(), "", parcel.id())
                : new WorkOrder(
                        due == null ? NEVER : due.toString(), parcel.recipient().communeCode(), parcel.id());
    }

    String encode() {
        var text = due + "|" + commune + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static WorkOrder decode(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 3);
            return new WorkOrder(moment(parts[0]), parts[1], UUID.fromString(parts[2]));
        } catch (RuntimeException notOurs) {
            throw new ProblemException(PlatformProblem.BAD_CURSOR);
        }
    }

    /** A day or a moment and nothing else, because it goes into a statement as text. */
    private static String moment(String text) {
        if (text.equals(NEVER)) {
            return text;
        }
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException noDay) {
            return Instant.parse(text).toString();
        }
    }
}
