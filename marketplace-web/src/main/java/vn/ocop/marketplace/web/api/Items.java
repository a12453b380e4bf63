package vn.ocop.marketplace.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list and the cursor of the next one. */
public record Items<T>(List<T> items, @Nullable String next) {

    public static <T> Items<T> none() {
        return new Items<>(List.of(), null);
    }
}
