package vn.ocop.marketplace.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.LocalizedText;

/**
 * A province's own front page: its words, its colours, its picture and the host names it answers at.
 *
 * @param portals sites of others that may show parts of it within their pages, as {@code https://host}
 */
public record Floor(
        String provinceCode,
        LocalizedText headline,
        LocalizedText intro,
        @Nullable Brand brand,
        @Nullable LocalizedPicture banner,
        List<String> hosts,
        List<String> portals) {

    /** The two colours a province may choose. */
    public record Brand(String leaf, String lacquer) {}
}
