package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of listings, with how many are in each state. */
public record Shelf(
        List<ShelfItem> items,
        @Nullable String next,
        @Nullable Map<String, Long> counts) {

    public long count(String name) {
        return counts == null ? 0 : counts.getOrDefault(name, 0L);
    }
}
