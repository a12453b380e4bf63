package vn.ocop.marketplace.listing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture of a listing, with what is seen on it in words. */
public record ShownPicture(
        UUID id, @Nullable String alt, @Nullable String altEn) {}
