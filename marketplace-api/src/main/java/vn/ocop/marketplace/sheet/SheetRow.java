package vn.ocop.marketplace.sheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row by the codes of our columns; empty cells are absent.
 *
 * @param number its place in the file
 * @param twin an earlier row with the same key
 */
public record SheetRow(int number, @Nullable Integer twin, Map<String, String> values) {

    public SheetRow {
        values = Map.copyOf(values);
    }

    public @Nullable String get(String column) {
        return values.get(column);
    }
}
