package vn.ocop.marketplace.web.api;

import org.jspecify.annotations.Nullable;

/** A shop where only its name and link matter. */
public record ShopName(
        String id, String slug, String name, @Nullable Place province) {}
