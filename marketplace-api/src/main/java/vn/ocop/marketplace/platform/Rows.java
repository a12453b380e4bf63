package vn.ocop.marketplace.platform;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Reads columns that the schema says are never null, so that a wrong query fails where it is. */
public final class Rows {

    private Rows() {}

    public static <T> T get(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
