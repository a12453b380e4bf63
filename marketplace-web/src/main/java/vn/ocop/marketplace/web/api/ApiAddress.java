package vn.ocop.marketplace.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds a path with its query; every value is escaped, absent ones are left out. */
public final class ApiAddress {

    private final StringBuilder address;
    private boolean hasQuery;

    private ApiAddress(String path) {
        this.address = new StringBuilder(path);
    }

    public static ApiAddress of(String path) {
        return new ApiAddress(path);
    }

    /** Adds one path segment. */
    public ApiAddress segment(String value) {
        address.append('/').append(escape(value));
        return this;
    }

    public ApiAddress with(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        address.append(hasQuery ? '&' : '?').append(escape(name)).append('=').append(escape(value.toString()));
        hasQuery = true;
        return this;
    }

    public ApiAddress withAll(String name, Collection<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
