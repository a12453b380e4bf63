package vn.ocop.marketplace.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.LocalizedText;

/** A node of the OCOP taxonomy with everything below it. */
public record Category(
        String code,
        LocalizedText name,
        String slug,
        Level level,
        @Nullable String parent,
        List<Category> children) {

    /** The three steps of the taxonomy. */
    public enum Level {
        SECTOR,
        GROUP,
        SET
    }
}
