package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the pictures of an archive have got.
 *
 * @param done how many are through
 * @param placed how many of those are with a listing
 * @param others those that found no place or were refused
 */
public record ArchiveProgress(
        UUID id, UUID shop, boolean finished, boolean failed, int total, int done, int placed, List<Other> others) {

    public ArchiveProgress {
        others = List.copyOf(others);
    }

    /** One that was not placed; without a problem nothing goes by its name. */
    public record Other(String name, @Nullable String problem) {}
}
