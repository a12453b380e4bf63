package vn.ocop.marketplace.media;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.LocalizedText;

/** A stored picture with the words that describe it to those who cannot see it. */
public record LocalizedPicture(
        UUID id,
        String hash,
        List<Integer> widths,
        int width,
        int height,
        LocalizedText alt,
        @Nullable String preview) {

    public Picture in(Language reader) {
        return new Picture(id, "/media/" + hash, widths, width, height, alt.in(reader), preview);
    }
}
