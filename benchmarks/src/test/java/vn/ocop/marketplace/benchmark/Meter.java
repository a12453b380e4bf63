package vn.ocop.marketplace.benchmark;

import java.time.Duration;
import java.util.function.IntFunction;
import vn.ocop.marketplace.packaged.PackagedStack;

/** Runs load and notes what it cost. */
record Meter(PackagedStack stack, Duration time) {

    static final int CONNECTIONS = 32;
    /** For scenarios that end by themselves. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    /** Throws the figures away: code gets compiled, caches and pools fill. */
    void warmUp(int port, IntFunction<Visitor> visitors) {
        LoadGenerator.run(port, CONNECTIONS, time.multipliedBy(2), visitors);
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
