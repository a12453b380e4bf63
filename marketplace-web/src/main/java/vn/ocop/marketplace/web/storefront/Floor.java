package vn.ocop.marketplace.web.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;

/** A provincial floor: its words, its colours and the host names it answers at. */
public record Floor(
        String code,
        String name,
        String kind,
        String slug,
        @Nullable String headline,
        @Nullable String intro,
        @Nullable Brand brand,
        @Nullable Picture banner,
        @Nullable List<String> hosts) {

    public String path() {
        return "/tinh/" + slug;
    }

    /** Colours in place of the platform's, as {@code #rrggbb}. */
    public record Brand(@Nullable String leaf, @Nullable String lacquer) {}
}
