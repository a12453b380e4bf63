package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of the office's parcels, with how many are in each state. */
public record Queue(
        List<Parcel> items, @Nullable String next, @Nullable Map<Parcel.Status, Long> counts) {

    public long count(Parcel.Status status) {
        return counts == null ? 0 : counts.getOrDefault(status, 0L);
    }
}
