package vn.ocop.marketplace.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ocop.marketplace.account.Memberships;

/**
 * A sheet that was sent and how far it has got.
 *
 * @param place the shop or other workplace at which it was sent
 * @param headings as they stand in the file
 * @param mapping which place of the file holds which of our columns
 * @param doneRows of the pass that runs
 * @param afterRow up to which group the pass has got
 * @param pass counts looks and runs, so that steps of an older one have no effect
 * @param actor who sent it or last had something done with it
 */
public record SheetImport(
        UUID id,
        Memberships.Place place,
        String kind,
        String fileName,
        State state,
        List<String> headings,
        Map<String, Integer> mapping,
        int totalRows,
        int doneRows,
        int afterRow,
        int pass,
        UUID actor,
        Instant createdAt) {

    /** The life of a sheet: its columns are named, its rows looked at, then put into effect. */
    public enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE;

        boolean working() {
            return this == CHECKING || this == RUNNING;
        }

        State after() {
            return this == CHECKING ? CHECKED : DONE;
        }
    }

    /** A row and what became of it. */
    public record Row(int number, List<String> cells, RowOutcome outcome) {}

    boolean trial() {
        return state == State.CHECKING;
    }
}
