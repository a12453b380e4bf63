package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.FieldProblem;

/**
 * Proof of a product's stars. Whether it counts is computed from its dates, never stored.
 *
 * @param claim what is printed on it
 * @param extendedTo until when the authority lets it run, if longer than printed
 * @param revokedOn from when it no longer counts
 * @param version counts every change, for edits that must not overtake each other
 */
public record Certificate(
        UUID id,
        UUID shopId,
        Claim claim,
        Status status,
        @Nullable LocalDate extendedTo,
        @Nullable LocalDate revokedOn,
        @Nullable String refusal,
        @Nullable String revokeReason,
        long version) {

    /** Certificates run for so long from the day of the decision. */
    public static final int MONTHS = 36;

    /** Districts issued three stars until they were dissolved. */
    static final LocalDate DISTRICTS_UNTIL = LocalDate.of(2025, 7, 1);

    private static final int EXPIRING_DAYS = 180;

    /** How far an officer has got with it. */
    public enum Status {
        SUBMITTED,
        VERIFIED,
        REFUSED
    }

    /** Who issues. */
    public enum Level {
        MINISTRY,
        PROVINCE,
        DISTRICT_LEGACY
    }

    /** What a reader wants to know. */
    public enum Standing {
        WAITING,
        REFUSED,
        VALID,
        EXPIRING,
        EXPIRED,
        REVOKED
    }

    /**
     * What is printed on a certificate.
     *
     * @param validTo the last day printed on it
     */
    public record Claim(
            String productName,
            String number,
            int stars,
            String decisionNo,
            LocalDate decisionDate,
            String issuer,
            Level level,
            LocalDate validTo) {

        /** What cannot be true of any certificate. */
        List<FieldProblem> problems(LocalDate today) {
            var problems = new ArrayList<FieldProblem>();
            if (decisionDate.isAfter(today)) {
                problems.add(new FieldProblem("decisionDate", "field.certificate-future"));
            }
            if (!validTo.isAfter(decisionDate) || validTo.isAfter(decisionDate.plusMonths(MONTHS))) {
                problems.add(new FieldProblem("validTo", "field.certificate-too-long", MONTHS));
            }
            if (!mayIssue()) {
                problems.add(new FieldProblem("stars", "field.certificate-wrong-issuer"));
            }
            return problems;
        }

        /** Provinces issue three and four stars, the ministry five, districts issued three while there were any. */
        private boolean mayIssue() {
            return switch (level) {
                case MINISTRY -> stars == 5;
                case PROVINCE -> stars == 3 || stars == 4;
                case DISTRICT_LEGACY -> stars == 3 && decisionDate.isBefore(DISTRICTS_UNTIL);
            };
        }
    }

    /** The last day on which it may count. */
    public LocalDate endsOn() {
        return extendedTo == null ? claim.validTo() : extendedTo;
    }

    public Standing standing(LocalDate today) {
        return switch (status) {
            case SUBMITTED -> Standing.WAITING;
            case REFUSED -> Standing.REFUSED;
            case VERIFIED -> verifiedStanding(today);
        };
    }

    private Standing verifiedStanding(LocalDate today) {
        if (revokedOn != null && !today.isBefore(revokedOn)) {
            return Standing.REVOKED;
        }
        if (today.isAfter(endsOn())) {
            return Standing.EXPIRED;
        }
        return daysLeft(today) <= EXPIRING_DAYS ? Standing.EXPIRING : Standing.VALID;
    }

    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, endsOn());
    }

    /** The seller may mend what nobody has verified. */
    boolean editable() {
        return status != Status.VERIFIED;
    }
}
