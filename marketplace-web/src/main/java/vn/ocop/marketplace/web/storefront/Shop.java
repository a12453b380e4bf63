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
        long listingCount,
        boolean demo) {

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
