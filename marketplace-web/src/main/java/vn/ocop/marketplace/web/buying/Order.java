package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.api.ShopName;

/** What one shop is to send for one purchase. */
public record Order(
        String code,
        String groupCode,
        Status status,
        @Nullable ShopName shop,
        List<Line> lines,
        long goodsTotal,
        long deliveryFee,
        long total,
        Instant placedAt,
        List<Event> timeline,
        @Nullable Parcel parcel,
        boolean cancellable,
        @Nullable String note,
        @Nullable Recipient recipient,
        @Nullable List<Refund> refunds,
        @Nullable Claims claims,
        @Nullable Invoice invoice) {

    /** The electronic invoice its seller issued. */
    public record Invoice(String symbol, String number, LocalDate issuedOn, String lookupCode, String lookupSite) {}

    /** Money that goes back, and why. */
    public record Refund(long amount, String reason, Instant at) {

        /** A reason the marketplace gave is a key, one a shop wrote is its own words. */
        public boolean byRequest() {
            return reason.matches("[A-Z_]+");
        }
    }

    /** Until when what can be asked, and whether the buyer can say that all is well. */
    public record Claims(
            @Nullable Instant problemUntil,
            @Nullable Instant missedFrom,
            @Nullable Instant missedUntil,
            boolean receivable,
            @Nullable Instant receivedAt) {

        /** Whether something can be asked for at a moment. */
        public boolean open(Instant now) {
            return problemUntil != null && now.isBefore(problemUntil)
                    || missedFrom != null
                            && missedUntil != null
                            && !now.isBefore(missedFrom)
                            && now.isBefore(missedUntil);
        }
    }

    /** How far an order has come. */
    public enum Status {
        PENDING_PAYMENT,
        TO_CONFIRM,
        CONFIRMED,
        SHIPPED,
        DELIVERED,
        REFUSED,
        CANCELLED,
        EXPIRED,
        SENT_BACK,
        LOST;

        /** The name in message keys and styles. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the goods will not come. */
        public boolean over() {
            return this == REFUSED || this == CANCELLED || this == EXPIRED || this == SENT_BACK || this == LOST;
        }
    }

    /** A product as it was sold. */
    public record Line(
            Cart.Product listing,
            String variantName,
            int quantity,
            long unitPrice,
            long discount,
            long lineTotal,
            int backPieces) {}

    /** Something that happened to the order. */
    public record Event(Status status, Instant at, @Nullable String detail) {}

    /** Where the goods are with the post. */
    public record Parcel(
            @Nullable String trackingNumber,
            @Nullable String status,
            @Nullable String office) {

        /** The post's step as a message key knows it. */
        public @Nullable String step() {
            return status == null ? null : status.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who gets it; shops see name and commune only. */
    public record Recipient(
            String name,
            @Nullable String phone,
            @Nullable String street,
            @Nullable Place commune,
            @Nullable Place province) {

        /** {@code xã Khe Sanh, Quảng Trị}, as far as it is known. */
        public String area() {
            var area = commune == null ? "" : commune.kind() + " " + commune.name();
            return province == null ? area : area + ", " + province.name();
        }
    }

    public List<Refund> moneyBack() {
        return refunds == null ? List.of() : refunds;
    }

    public String shopName() {
        return shop == null ? "" : shop.name();
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
