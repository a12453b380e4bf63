package vn.ocop.marketplace.search;

import java.time.Instant;
import java.util.UUID;

/**
 * What administrators taught the search.
 *
 * @param phrase what is typed; with its marks for other names, folded for the rest
 * @param target the other names with commas, the page of this site, or the id of the listing
 * @param position among the listings that come first; one for the rest
 */
public record SearchRule(UUID id, Kind kind, String phrase, String target, int position, Instant changedAt) {

    /** What a rule does. */
    public enum Kind {
        /** Phrase and targets say the same. */
        SYNONYM,
        /** Whoever asks for the phrase is also served by the targets. */
        ALSO,
        /** Whoever types the phrase is sent to a page. */
        REDIRECT,
        /** A listing comes first for the phrase. */
        PIN
    }

    /** As a line of the thesaurus. */
    String line() {
        return kind == Kind.SYNONYM ? phrase + " = " + target.replace(",", " = ") : phrase + " > " + target;
    }
}
