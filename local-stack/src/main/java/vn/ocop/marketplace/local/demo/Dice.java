package vn.ocop.marketplace.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that falls the same way each time for the same seed, and ids made of it. */
final class Dice {

    private final Random random;
    private final Instant day;
    private long made;

    Dice(String seed, Instant day) {
        this.random = new Random(seed.hashCode() * 31L + 7);
        this.day = day;
    }

    /** From {@code least} to {@code most}, both possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Few are large: what sales look like. */
    int fewAreLarge(int largest) {
        return (int) (largest * Math.pow(random.nextDouble(), 5));
    }

    /** A UUID of version 7: ordered by the time it was made. */
    UUID id() {
        var millis = day.toEpochMilli() + made++ / 64;
        var most = millis << 16 | 0x7000L | (made & 0x3f) << 6 | random.nextInt(64);
        return new UUID(most, 0x8000000000000000L | random.nextLong() >>> 2);
    }
}
