package vn.ocop.marketplace.web.selling;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.text.Language;

/** The same text in both languages, as the API keeps it. */
public record Words(@Nullable String vi, @Nullable String en) {

    public String vietnamese() {
        return vi == null ? "" : vi;
    }

    public String english() {
        return en == null ? "" : en;
    }

    public String in(Language language) {
        return language == Language.EN && !english().isBlank() ? english() : vietnamese();
    }
}
