package vn.ocop.marketplace.web.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of pictures that were sent by the names of their files. */
public record PlacedPictures(List<Placed> items) {

    /** One of them; without a listing no row goes by its name. */
    public record Placed(
            String name,
            @Nullable String listingId,
            boolean done,
            @Nullable String message) {}

    /** A picture that is with no listing; without a message nothing goes by its name. */
    public record Unplaced(String name, @Nullable String message) {}

    public long placed() {
        return items.stream().filter(Placed::done).count();
    }

    public List<Placed> others() {
        return items.stream().filter(placed -> !placed.done()).toList();
    }
}
