package vn.ocop.marketplace.sheet;

import java.util.List;
import vn.ocop.marketplace.platform.FieldProblem;

/**
 * What became of a row, or would.
 *
 * @param notes why it was refused, or what is still missing; fields are codes of columns
 */
public record RowOutcome(int number, Kind kind, List<FieldProblem> notes) {

    /** The ways it can go. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** An example, or nothing in it. */
        SKIPPED,
        REFUSED
    }

    public RowOutcome {
        notes = List.copyOf(notes);
    }

    public static RowOutcome of(SheetRow row, Kind kind) {
        return new RowOutcome(row.number(), kind, List.of());
    }

    public static RowOutcome refused(SheetRow row, List<FieldProblem> why) {
        return new RowOutcome(row.number(), Kind.REFUSED, why);
    }
}
