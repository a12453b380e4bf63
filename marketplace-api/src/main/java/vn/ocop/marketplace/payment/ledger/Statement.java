package vn.ocop.marketplace.payment.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** What moved one account, newest first. */
public record Statement(List<Line> lines, @Nullable String next) {

    /** One side of one posting. */
    public record Line(Mark mark, String kind, String source, String party, Vnd debit, Vnd credit, Instant at) {}

    /** Where a page ended. */
    public record Mark(long transaction, int position) {

        String encode() {
            return transaction + "-" + position;
        }

        static Mark decode(String text) {
            try {
                var parts = text.split("-", 2);
                return new Mark(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            } catch (RuntimeException notOurs) {
                throw new ProblemException(PlatformProblem.BAD_CURSOR);
            }
        }
    }

    static Statement of(List<Line> oneMore, int limit) {
        return oneMore.size() <= limit
                ? new Statement(List.copyOf(oneMore), null)
                : new Statement(
                        List.copyOf(oneMore.subList(0, limit)),
                        oneMore.get(limit - 1).mark().encode());
    }
}
