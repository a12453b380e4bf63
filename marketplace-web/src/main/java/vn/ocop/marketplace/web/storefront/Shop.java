package vn.ocop.marketplace.web.storefront;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;

/** A shop with its story. */
public record Shop(
        String id,
        String slug,
        String name,
        @Nullable String legalKind,
        @Nullable String story,
        @Nullable String street,
        @Nullable Place commune,
        @Nullable Place province,
        @Nullable LocalDate joinedOn,
        @Nullable String status,
        @Nullable Holiday holiday,
        long listingCount,
        boolean demo) {

    /** Days of rest that run or are near. */
    public record Holiday(
            LocalDate firstDay,
            LocalDate lastDay,
            boolean takesOrders,
            @Nullable String note) {}

    public boolean suspended() {
        return "SUSPENDED".equals(status);
    }

    /** Where the seller is, as the law wants it shown: {@code 12 Lê Duẩn, Khe Sanh, Quảng Trị}. */
    public String address() {
        return street == null || street.isBlank() ? where() : street + ", " + where();
    }

    public String path() {
        return "/gian-hang/" + slug;
    }

    /** {@code Khe Sanh, Quảng Trị} */
    public String where() {
        var inProvince = province == null ? "" : province.name();
        return commune == null ? inProvince : commune.name() + ", " + inProvince;
    }

    /** A letter for the shop's sign: of its own name rather than of "Công ty TNHH". */
    public String initial() {
        var words = name.strip().split("\\s+");
        return words[words.length - 1].substring(0, 1);
    }
}
