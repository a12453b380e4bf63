package vn.ocop.marketplace.media;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture as answers show it; its file of width w is {@code path + "-" + w + ".webp"}. */
public record Picture(
        UUID id,
        String path,
        List<Integer> widths,
        int width,
        int height,
        String alt,
        @Nullable String preview) {

    /** The same with other words for those who cannot see it. */
    public Picture described(String words) {
        return new Picture(id, path, widths, width, height, words, preview);
    }
}
