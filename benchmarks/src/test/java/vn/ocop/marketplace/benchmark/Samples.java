package vn.ocop.marketplace.benchmark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How long each request took, by name, and how long it all took. */
final class Samples {

    private final Map<String, Series> byName = new HashMap<>();
    private long startedAt;
    private long nanos;

    void start() {
        startedAt = System.nanoTime();
    }

    void stop() {
        nanos = System.nanoTime() - startedAt;
    }

    void add(String name, long took) {
        byName.computeIfAbsent(name, newName -> new Series()).add(took);
    }

    int count() {
        return byName.values().stream().mapToInt(series -> series.count).sum();
    }

    int count(String name) {
        return series(name).count;
    }

    /** Requests of every name. */
    double perSecond() {
        return count() * 1e9 / nanos;
    }

    double perSecond(String name) {
        return count(name) * 1e9 / nanos;
    }

    /** In milliseconds. */
    double percentile(String name, double percent) {
        return series(name).percentile(percent) / 1e6;
    }

    /** On a machine that is too slow there may be none. */
    private Series series(String name) {
        return byName.computeIfAbsent(name, newName -> new Series());
    }

    private static final class Series {

        private long[] values = new long[4096];
        private int count;
        private boolean sorted;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
            sorted = false;
        }

        long percentile(double percent) {
            if (count == 0) {
                return 0;
            }
            if (!sorted) {
                Arrays.sort(values, 0, count);
                sorted = true;
            }
            return values[Math.min(count - 1, (int) (count * percent / 100))];
        }
    }
}
