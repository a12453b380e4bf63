package vn.ocop.marketplace.web.province;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lists of listings an officer works with. */
public enum ListingList {
    NEW("moi", "IN_REVIEW"),
    CHANGES("thay-doi", null),
    ON_SALE("dang-ban", "ON_SALE"),
    REFUSED("khong-duyet", "REFUSED");

    private final String path;
    private final @Nullable String status;

    ListingList(String path, @Nullable String status) {
        this.path = path;
        this.status = status;
    }

    public String path() {
        return path;
    }

    @Nullable String status() {
        return status;
    }

    /** The name of its count at the API. */
    public String count() {
        return status == null ? "CHANGE_WAITING" : status;
    }

    static ListingList of(@Nullable String path) {
        return Arrays.stream(values())
                .filter(list -> list.path.equals(path))
                .findFirst()
                .orElse(NEW);
    }
}
