package vn.ocop.marketplace.shipment.cash;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * One line of a carrier's list beside what the post's own scans say.
 *
 * @param expected what was taken for the parcel; null where nothing was, or nobody knows it
 */
public record RemittanceLine(
        String number, Vnd amount, @Nullable Vnd expected, Outcome outcome) {

    /** How a line stands to the scans. */
    public enum Outcome {
        MATCHED,
        /** Another sum was taken. */
        DIFFERS,
        /** There is no such parcel. */
        UNKNOWN,
        /** The parcel is there, but nothing was taken for it. */
        NOT_TAKEN,
        /** It was handed over before, or stands on the list twice. */
        REPEATED
    }

    /** A line as the carrier sent it. */
    public record Claim(String number, Vnd amount) {}

    /** What is known of a parcel's cash. */
    record Known(@Nullable Vnd taken, boolean remitted) {}

    /** Line by line, in the carrier's order. */
    static List<RemittanceLine> match(List<Claim> claims, Map<String, Known> known) {
        Set<String> seen = new HashSet<>();
        return claims.stream()
                .map(claim -> of(claim, known.get(claim.number()), !seen.add(claim.number())))
                .toList();
    }

    private static RemittanceLine of(Claim claim, @Nullable Known known, boolean again) {
        if (known == null) {
            return new RemittanceLine(claim.number(), claim.amount(), null, Outcome.UNKNOWN);
        }
        var taken = known.taken();
        if (taken == null) {
            return new RemittanceLine(claim.number(), claim.amount(), null, Outcome.NOT_TAKEN);
        }
        var outcome = again || known.remitted()
                ? Outcome.REPEATED
                : taken.equals(claim.amount()) ? Outcome.MATCHED : Outcome.DIFFERS;
        return new RemittanceLine(claim.number(), claim.amount(), taken, outcome);
    }
}
