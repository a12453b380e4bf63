package vn.ocop.marketplace.web.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in its head.
 *
 * @param path the canonical path without language prefix, or null for a page that search engines should leave alone
 * @param jsonLd ready JSON documents of schema.org
 * @param brand the style sheet of a provincial floor
 */
public record Head(
        String title,
        String description,
        @Nullable String path,
        @Nullable String image,
        List<String> jsonLd,
        @Nullable String brand,
        List<String> scripts) {

    /** A page that anyone may find. */
    public static Head of(String title, String description, String path) {
        return new Head(title, description, path, null, List.of(), null, List.of());
    }

    /** A page for one person, kept from search engines. */
    public static Head personal(String title) {
        return new Head(title, "", null, null, List.of(), null, List.of());
    }

    public Head withImage(@Nullable String address) {
        return new Head(title, description, path, address, jsonLd, brand, scripts);
    }

    public Head withJsonLd(String... documents) {
        return new Head(title, description, path, image, List.of(documents), brand, scripts);
    }

    public Head withBrand(@Nullable String styleSheet) {
        return new Head(title, description, path, image, jsonLd, styleSheet, scripts);
    }

    /** Adds a script of the assets, such as {@code htmx.js}, that not every page needs. */
    public Head withScripts(String... names) {
        return new Head(title, description, path, image, jsonLd, brand, List.of(names));
    }
}
