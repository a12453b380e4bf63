package vn.ocop.marketplace.web.province;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.opening.ShopFile;

/** A page of shops, with how many are in each state. */
public record ShopQueue(
        List<ShopFile> items,
        @Nullable String next,
        @Nullable Map<String, Long> counts) {

    public long count(String name) {
        return counts == null ? 0 : counts.getOrDefault(name, 0L);
    }
}
