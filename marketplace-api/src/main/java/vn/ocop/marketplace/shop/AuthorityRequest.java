package vn.ocop.marketplace.shop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority wants something removed, and by when that has to be done.
 *
 * @param wanted what it asks for, in its words
 * @param outcome null while it is open
 */
public record AuthorityRequest(
        UUID id,
        String provinceCode,
        String authority,
        String number,
        SubjectKind subjectKind,
        UUID subjectId,
        String wanted,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable Instant doneAt,
        long version) {

    /** What it is about. */
    public enum SubjectKind {
        SHOP,
        LISTING
    }

    /** How it ended. */
    public enum Outcome {
        REMOVED,
        /** It was not for this marketplace to do; the note says why. */
        DECLINED
    }

    /** Whether it should have been done by now. */
    public boolean overdue(Instant now) {
        return outcome == null && dueAt.isBefore(now);
    }
}
