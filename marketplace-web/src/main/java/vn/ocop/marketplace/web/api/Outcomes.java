package vn.ocop.marketplace.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it went with each of several that were sent together; each succeeds or fails by itself. */
public record Outcomes(List<Outcome> items) {

    /** One of them, and why not when it was not done. */
    public record Outcome(String id, boolean done, @Nullable String message) {}

    /** Why some were not done, each reason once; {@code unsaid} stands for one that was not told. */
    public List<String> refusals(String unsaid) {
        return items.stream()
                .filter(outcome -> !outcome.done)
                .map(outcome -> outcome.message == null ? unsaid : outcome.message)
                .distinct()
                .toList();
    }
}
