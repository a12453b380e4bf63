package vn.ocop.marketplace.web.returning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Step;
import vn.ocop.marketplace.web.site.Visit;

/** A wish to get money back, as the API tells it to whoever asks. */
public record ReturnCase(
        String id,
        String orderCode,
        String shopName,
        String kind,
        String reason,
        String status,
        @Nullable Instant dueAt,
        Instant askedAt,
        List<Line> lines,
        long orderTotal,
        List<Event> steps,
        List<Photo> photos,
        List<String> moves) {

    /** So many pieces of one line. */
    public record Line(int line, String title, String variantName, int quantity) {}

    /** What was done or said, by which side. */
    public record Event(String status, String party, String words, Instant at) {}

    /** A picture that shows what is wrong. */
    public record Photo(Picture picture, String party) {}

    public boolean open() {
        return dueAt != null;
    }

    /** Several lists of them end with a mark of where to go on. */
    public record Page(List<ReturnCase> items, @Nullable String next) {}

    /** The dated story; the side that moved stands before its words. */
    public List<Step> story(Visit visit) {
        return steps.stream()
                .map(event -> new Step(
                        visit.t("return.party." + event.party()) + ": " + visit.t("return.step." + event.status()),
                        event.words().isBlank() ? null : event.words(),
                        event.at(),
                        event.status().equals("DECLINED") || event.status().equals("WITHDRAWN")
                                ? Step.State.BAD
                                : Step.State.DONE))
                .toList();
    }

    /** What can be done besides talking, in the order of the API. */
    public boolean can(String move) {
        return moves.contains(move);
    }
}
