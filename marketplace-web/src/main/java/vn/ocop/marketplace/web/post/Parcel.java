package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;

/** A parcel as the clerk sees it. */
public record Parcel(
        String id,
        String orderCode,
        @Nullable String trackingNumber,
        Status status,
        @Nullable Party shop,
        Party recipient,
        int weightGrams,
        long cashToCollect,
        Instant createdAt) {

    /** How far a parcel has come; in the order of work. */
    public enum Status {
        TO_COLLECT,
        ACCEPTED,
        DELIVERED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who sends or gets it, and where. */
    public record Party(
            String name,
            @Nullable String phone,
            @Nullable String street,
            @Nullable Place commune,
            @Nullable Place province) {

        /** Street, commune and province, as far as they are known. */
        public String address() {
            var address = street == null || street.isBlank() ? "" : street + ", ";
            var area = commune == null ? "" : commune.kind() + " " + commune.name();
            return address + (province == null ? area : area + ", " + province.name());
        }
    }

    /** {@code 1,25 kg} as the reader writes it. */
    public String weight(boolean english) {
        var kilos = String.format(english ? Locale.UK : Locale.GERMANY, "%.2f", weightGrams / 1000.0);
        return kilos.replaceAll("[.,]?0+$", "") + "\u00a0kg";
    }
}
