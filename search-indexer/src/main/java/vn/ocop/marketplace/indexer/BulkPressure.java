package vn.ocop.marketplace.indexer;

import java.time.Duration;

/**
 * How much to ask of the engine at once. Grows in small steps while it answers quickly, shrinks by a quarter when it is
 * slow and by half when it refuses; nothing is sent for a while after a refusal, each time in a row for longer.
 *
 * @param size documents a bulk may have now
 * @param refusals in a row
 */
record BulkPressure(int size, int largest, int refusals) {

    private static final int SMALLEST = 16;
    private static final Duration QUICK = Duration.ofMillis(500);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 5;

    static BulkPressure upTo(int largest) {
        return new BulkPressure(largest, largest, 0);
    }

    /** After an answer; only a full bulk says what a larger one would take. */
    BulkPressure answered(int documents, Duration took) {
        if (took.compareTo(SLOW) > 0) {
            return new BulkPressure(Math.max(Math.min(SMALLEST, largest), size * 3 / 4), largest, 0);
        }
        boolean mayGrow = took.compareTo(QUICK) < 0 && documents >= size;
        return new BulkPressure(mayGrow ? Math.min(largest, size + Math.max(1, largest / 10)) : size, largest, 0);
    }

    BulkPressure refused() {
        return new BulkPressure(Math.max(Math.min(SMALLEST, largest), size / 2), largest, refusals + 1);
    }

    Duration pause() {
        return refusals == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << Math.min(refusals - 1, MOST_DOUBLINGS));
    }
}
