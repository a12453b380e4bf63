package vn.ocop.marketplace.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.LocalizedText;

/** A province's own front page: its words, its colours and the host names it answers at. */
public record Floor(
        String provinceCode,
        LocalizedText headline,
        LocalizedText intro,
        @Nullable Brand brand,
        List<String> hosts) {

    /** The two colours a province may choose. */
    public record Brand(String leaf, String lacquer) {}
}
