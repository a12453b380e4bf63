package vn.ocop.marketplace.web.site;

import org.jspecify.annotations.Nullable;

/** A step on the way to this page; the page itself has no path. */
public record Crumb(String name, @Nullable String path) {

    public static Crumb here(String name) {
        return new Crumb(name, null);
    }
}
