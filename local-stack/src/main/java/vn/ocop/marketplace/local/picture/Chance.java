package vn.ocop.marketplace.local.picture;

import java.util.List;

/** Repeatable choices: the same words always lead to the same drawing. */
final class Chance {

    private long state;

    Chance(String seed) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < seed.length(); i++) {
            hash = (hash ^ seed.charAt(i)) * 0x100000001b3L;
        }
        state = hash;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    double between(double low, double high) {
        return low + (next() >>> 11) * 0x1.0p-53 * (high - low);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }
}
