package vn.ocop.marketplace.web.buying;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Step;
import vn.ocop.marketplace.web.site.Visit;

/** The form that asks for a parcel's number, and its steps once it is found. */
public record TrackingPage(
        Head head,
        String typed,
        @Nullable String refusal,
        @Nullable Tracking found,
        List<Step> steps) {

    private static final Set<String> BAD = Set.of("FAILED", "LOST", "DAMAGED", "CANCELLED");
    private static final Set<String> ENDS = Set.of("DELIVERED", "RETURNED", "LOST", "DAMAGED", "CANCELLED");

    static TrackingPage asking(Visit visit, String typed, @Nullable String refusal) {
        return new TrackingPage(Head.personal(visit.t("tracking.title")), typed, refusal, null, List.of());
    }

    static TrackingPage of(Visit visit, Tracking found) {
        var head = Head.personal(visit.t("tracking.of", found.number()));
        return new TrackingPage(head, found.number(), null, found, steps(visit, found));
    }

    private static List<Step> steps(Visit visit, Tracking found) {
        var steps = new ArrayList<Step>();
        for (var scan : found.timeline()) {
            var place = scan.status().equals("ACCEPTED") ? found.postedAt().name() : reason(visit, scan);
            var state = BAD.contains(scan.status()) ? Step.State.BAD : Step.State.DONE;
            steps.add(new Step(visit.tOr("tracking.step." + scan.key(), scan.status()), place, scan.at(), state));
        }
        if (!ENDS.contains(found.status()) && !found.status().equals("RETURNING")) {
            steps.add(new Step(visit.t("tracking.step.ahead.delivered"), null, null, Step.State.NOW));
        }
        return List.copyOf(steps);
    }

    private static @Nullable String reason(Visit visit, Tracking.Scan scan) {
        return scan.reason() == null ? null : visit.tOr("parcel.failure." + scan.reason(), scan.reason());
    }

    /** The last step in a few words. */
    public String sentence(Visit visit) {
        return steps.stream()
                .filter(step -> step.state() != Step.State.NOW)
                .reduce((first, second) -> second)
                .map(Step::title)
                .orElseGet(() -> visit.t("tracking.title"));
    }
}
