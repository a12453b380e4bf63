package vn.ocop.marketplace.web.buying;

import java.time.Instant;
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
        @Nullable Recipient recipient) {

    /** How far an order has come. */
    public enum Status {
        PENDING_PAYMENT,
        TO_CONFIRM,
        CONFIRMED,
        SHIPPED,
        DELIVERED,
        REFUSED,
        CANCELLED,
        EXPIRED;

        /** The name in message keys and styles. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the goods will not come. */
        public boolean over() {
            return this == REFUSED || this == CANCELLED || this == EXPIRED;
        }
    }

    /** A product as it was sold. */
    public record Line(Cart.Product listing, String variantName, int quantity, long unitPrice, long lineTotal) {}

    /** Something that happened to the order. */
    public record Event(Status status, Instant at, @Nullable String detail) {}

    /** Where the goods are with the post. */
    public record Parcel(
            @Nullable String trackingNumber,
            @Nullable String status,
            @Nullable String office) {}

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

    public String shopName() {
        return shop == null ? "" : shop.name();
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
