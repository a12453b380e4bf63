package vn.ocop.marketplace.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Where a page of listings ended.
 *
 * @param source who answered; a score of the engine means nothing to the database
 * @param question fingerprint of the question: a mark is of no use with another one
 * @param widened whether the list holds what came near instead of what matched
 * @param seen how many listings came before
 * @param key sort value of the last listing
 * @param id the last listing
 */
public record PageMark(SearchSource source, int question, boolean widened, int seen, double key, UUID id) {

    public String encode() {
        String text = String.join(
                "~",
                source.name(),
                Integer.toHexString(question),
                Boolean.toString(widened),
                Integer.toString(seen),
                Double.toString(key),
                id.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a mark made by {@link #encode}; anything else is refused. */
    public static PageMark decode(String cursor, int question) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("~", 6);
            PageMark mark = new PageMark(
                    SearchSource.valueOf(parts[0]),
                    Integer.parseUnsignedInt(parts[1], 16),
                    Boolean.parseBoolean(parts[2]),
                    Integer.parseInt(parts[3]),
                    Double.parseDouble(parts[4]),
                    UUID.fromString(parts[5]));
            if (mark.question == question && mark.seen > 0 && Double.isFinite(mark.key)) {
                return mark;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            // Refused below, like a mark of another question.
        }
        throw new ProblemException(SearchProblem.BAD_CURSOR);
    }

    /** Whether another source can go on from the last listing; otherwise it has to count. */
    boolean comparable(SearchSource other, ListingSort sort) {
        return sort != ListingSort.RELEVANCE || source == other;
    }
}
