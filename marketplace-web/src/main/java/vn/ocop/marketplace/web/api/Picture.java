package vn.ocop.marketplace.web.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A picture in several widths, with a tiny preview to show while it loads. */
public record Picture(
        String id,
        String path,
        List<Integer> widths,
        int width,
        int height,
        @Nullable String alt,
        @Nullable String preview) {

    /** The file at least this wide, or the widest there is. */
    public String src(int atLeast) {
        int chosen = widths.stream()
                .filter(candidate -> candidate >= atLeast)
                .min(Integer::compare)
                .orElseGet(() -> widths.isEmpty() ? width : widths.getLast());
        return path + "-" + chosen + ".webp";
    }

    public String srcset() {
        return widths.stream()
                .map(candidate -> path + "-" + candidate + ".webp " + candidate + "w")
                .collect(Collectors.joining(", "));
    }

    public String altOr(String other) {
        return alt == null || alt.isBlank() ? other : alt;
    }
}
