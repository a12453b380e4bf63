package vn.ocop.marketplace.web.selling;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate of a shop as its people and its province see it. */
public record CertificateItem(
        String id,
        String shopId,
        String productName,
        String number,
        int stars,
        String decisionNo,
        LocalDate decisionDate,
        String issuer,
        String level,
        LocalDate validTo,
        LocalDate endsOn,
        @Nullable LocalDate revokedOn,
        Standing standing,
        long daysLeft,
        @Nullable String refusal,
        @Nullable String revokeReason,
        long version) {

    /** Whether it counts, and if not why. */
    public enum Standing {
        WAITING,
        REFUSED,
        VALID,
        EXPIRING,
        EXPIRED,
        REVOKED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean mendable() {
        return standing == Standing.WAITING || standing == Standing.REFUSED;
    }

    /** What its form was filled with. */
    Map<String, String> values() {
        return Map.of(
                "productName", productName,
                "number", number,
                "stars", String.valueOf(stars),
                "decisionNo", decisionNo,
                "decisionDate", decisionDate.toString(),
                "issuer", issuer,
                "level", level,
                "validTo", validTo.toString());
    }

    /** A list of them. */
    public record All(List<CertificateItem> items) {}
}
