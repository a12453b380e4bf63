package vn.ocop.marketplace.web.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        @Nullable LocalDate dueOn,
        Instant createdAt,
        @Nullable String failure,
        @Nullable List<Unfitting> unfitting) {

    /** A scan that does not follow on what is known. */
    public record Unfitting(String id, Status status, Instant at) {}

    public List<Unfitting> toReview() {
        return unfitting == null ? List.of() : unfitting;
    }

    /** How far a parcel has come; in the order of work. */
    public enum Status {
        TO_COLLECT,
        COLLECTED,
        ACCEPTED,
        IN_TRANSIT,
        AT_DELIVERY_OFFICE,
        OUT_FOR_DELIVERY,
        FAILED,
        RETURNING,
        DELIVERED,
        RETURNED,
        LOST,
        DAMAGED,
        CANCELLED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether there is nothing more to do about it. */
        public boolean over() {
            return compareTo(DELIVERED) >= 0;
        }

        /** Whether it can be handed over at the counter. */
        public boolean deliverable() {
            return this == ACCEPTED || this == AT_DELIVERY_OFFICE || this == OUT_FOR_DELIVERY || this == FAILED;
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
