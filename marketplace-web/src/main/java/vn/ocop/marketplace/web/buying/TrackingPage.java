package vn.ocop.marketplace.web.buying;

import java.util.ArrayList;
import java.util.List;
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
            var place = scan.status().equals("ACCEPTED") ? found.postedAt().name() : null;
            var state = scan.status().equals("CANCELLED") ? Step.State.BAD : Step.State.DONE;
            steps.add(new Step(visit.tOr("tracking.step." + scan.key(), scan.status()), place, scan.at(), state));
        }
        if (found.status().equals("ACCEPTED")) {
            steps.add(new Step(visit.t("tracking.step.ahead.delivered"), null, null, Step.State.NOW));
        }
        return List.copyOf(steps);
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
