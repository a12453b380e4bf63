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
        @Nullable String preview) {}
