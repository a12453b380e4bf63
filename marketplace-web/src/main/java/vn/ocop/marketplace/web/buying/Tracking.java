package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;

/** A parcel as anyone with its number may see it. */
public record Tracking(
        String number,
        String status,
        Office postedAt,
        @Nullable Place destination,
        @Nullable LocalDate expectedOn,
        boolean late,
        List<Scan> timeline) {

    /** Where the parcel was posted. */
    public record Office(
            String name, @Nullable Place commune, @Nullable Place province) {}

    /** A dated step; steps this page has no words for are shown by their code. */
    public record Scan(String status, Instant at, @Nullable String reason) {

        String key() {
            return status.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
