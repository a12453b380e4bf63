package vn.ocop.marketplace.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * An officer's word on a certificate.
 *
 * @param day until when it is extended, or from when it is revoked
 */
public record CertificateVerdict(
        Kind kind, String reason, @Nullable LocalDate day) {

    /** What an officer may say. */
    public enum Kind {
        VERIFY("VERIFIED"),
        REFUSE("REFUSED"),
        EXTEND("EXTENDED"),
        REVOKE("REVOKED");

        private final String done;

        Kind(String done) {
            this.done = done;
        }

        String done() {
            return done;
        }
    }

    /** The certificate as it is afterwards, or a refusal. */
    Certificate on(Certificate now, LocalDate today) {
        if (kind != Kind.VERIFY && reason.isBlank()) {
            throw new ProblemException(CertificateProblem.REASON_NEEDED);
        }
        return switch (kind) {
            case VERIFY -> judged(now, Certificate.Status.VERIFIED, null);
            case REFUSE -> judged(now, Certificate.Status.REFUSED, reason);
            case EXTEND -> extended(now);
            case REVOKE -> revoked(now, today);
        };
    }

    private static Certificate judged(Certificate now, Certificate.Status status, @Nullable String refusal) {
        if (now.status() == Certificate.Status.VERIFIED || now.status() == status) {
            throw new ProblemException(CertificateProblem.ILLEGAL_DECISION);
        }
        return new Certificate(now.id(), now.shopId(), now.claim(), status, null, null, refusal, null, now.version());
    }

    private Certificate extended(Certificate now) {
        if (now.status() != Certificate.Status.VERIFIED
                || now.revokedOn() != null
                || day == null
                || !day.isAfter(now.endsOn())) {
            throw new ProblemException(CertificateProblem.ILLEGAL_DECISION);
        }
        return new Certificate(now.id(), now.shopId(), now.claim(), now.status(), day, null, null, null, now.version());
    }

    /** At once, unless the decision says another day. */
    private Certificate revoked(Certificate now, LocalDate today) {
        if (now.status() != Certificate.Status.VERIFIED || now.revokedOn() != null) {
            throw new ProblemException(CertificateProblem.ILLEGAL_DECISION);
        }
        return new Certificate(
                now.id(),
                now.shopId(),
                now.claim(),
                now.status(),
                now.extendedTo(),
                day == null ? today : day,
                null,
                reason,
                now.version());
    }
}
