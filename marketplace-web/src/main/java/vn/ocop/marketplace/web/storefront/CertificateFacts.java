package vn.ocop.marketplace.web.storefront;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What anyone may know of a verified certificate, whether it still counts or not. */
public record CertificateFacts(
        String id,
        String productName,
        String number,
        int stars,
        String decisionNo,
        LocalDate decisionDate,
        String issuer,
        String level,
        LocalDate validFrom,
        LocalDate endsOn,
        @Nullable LocalDate revokedOn,
        @Nullable String revokeReason,
        String standing,
        @Nullable String shopName,
        @Nullable String shopSlug) {

    /** Part of message keys. */
    public String standingKey() {
        return standing.toLowerCase(Locale.ROOT);
    }

    public boolean counts() {
        return standing.equals("VALID") || standing.equals("EXPIRING");
    }
}
