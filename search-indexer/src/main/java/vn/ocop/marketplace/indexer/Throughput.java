package vn.ocop.marketplace.indexer;

import java.util.concurrent.TimeUnit;

/** Counts by the second over the last ten whole seconds. Times are those of {@link System#nanoTime()}. */
final class Throughput {

    private static final int SECONDS = 10;

    private final long[] counts = new long[SECONDS + 1];
    private long current = Long.MIN_VALUE;

    synchronized void add(int count, long nanoTime) {
        moveTo(nanoTime);
        counts[slot(current)] += count;
    }

    synchronized double perSecond(long nanoTime) {
        moveTo(nanoTime);
        long sum = 0;
        for (long second = current - SECONDS; second < current; second++) {
            sum += counts[slot(second)];
        }
        return (double) sum / SECONDS;
    }

    /** Clears the seconds that nobody counted in. */
    private void moveTo(long nanoTime) {
        long second = Math.floorDiv(nanoTime, TimeUnit.SECONDS.toNanos(1));
        if (second <= current) {
            return;
        }
        long firstNew = Math.max(current + 1, second - SECONDS);
        for (long cleared = firstNew; cleared <= second; cleared++) {
            counts[slot(cleared)] = 0;
        }
        current = second;
    }

    private int slot(long second) {
        return (int) Math.floorMod(second, (long) counts.length);
    }
}
