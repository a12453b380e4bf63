package vn.ocop.marketplace.benchmark;

import java.time.Duration;
import java.util.function.IntFunction;
import vn.ocop.marketplace.packaged.PackagedStack;

/** Runs load and notes what it cost. */
record Meter(PackagedStack stack, Duration time) {

    static final int CONNECTIONS = 32;
    private static final int FEWEST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 8;
    private static final double STILL_FASTER = 1.03;
    /** For scenarios that end by themselves. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    /** Throws the figures away: code gets compiled, caches and pools fill, until it gets no faster. */
    void warmUp(int port, IntFunction<Visitor> visitors) {
        double best = 0;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            var samples = LoadGenerator.run(port, CONNECTIONS, time, visitors);
            double rate = samples.perSecond();
            if (round >= FEWEST_ROUNDS && rate < best * STILL_FASTER) {
                return;
            }
            best = Math.max(best, rate);
        }
    }

    Row timed(String name, int port, String counted, IntFunction<Visitor> visitors) {
        return measure(name, port, counted, time, visitors);
    }

    Row untilDone(String name, int port, String counted, IntFunction<Visitor> visitors) {
        return measure(name, port, counted, LONGEST, visitors);
    }

    private Row measure(String name, int port, String counted, Duration limit, IntFunction<Visitor> visitors) {
        var before = Cpu.now(stack);
        var samples = LoadGenerator.run(port, CONNECTIONS, limit, visitors);
        var row = Row.of(name, samples, counted, Cpu.now(stack).since(before));
        System.out.printf("%-40s %,10.0f/s%n", name, row.perSecond());
        return row;
    }
}
