package vn.ocop.marketplace.web.site;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of a timeline. */
public record Step(
        String title, @Nullable String detail, @Nullable Instant at, State state) {

    /** How far a step has come; {@code BAD} is an end nobody wished for. */
    public enum State {
        DONE,
        NOW,
        NEXT,
        BAD;

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
