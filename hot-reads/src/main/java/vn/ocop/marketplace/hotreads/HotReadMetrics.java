package vn.ocop.marketplace.hotreads;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Shows the counters as {@code hot_reads_total{outcome=…}}; these requests are in no other metric. */
public final class HotReadMetrics implements MeterBinder {

    private final HotReadCounters counters;

    public HotReadMetrics(HotReads hotReads) {
        this.counters = hotReads.counters();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "fresh", HotReadCounters::fresh);
        count(registry, "stale", HotReadCounters::stale);
        count(registry, "waited", HotReadCounters::waited);
        count(registry, "ran", HotReadCounters::ran);
        count(registry, "passed", HotReadCounters::passed);
    }

    private void count(MeterRegistry registry, String outcome, ToDoubleFunction<HotReadCounters> value) {
        FunctionCounter.builder("hot.reads", counters, value)
                .tag("outcome", outcome)
                .description("Requests for hot paths by how they were answered")
                .register(registry);
    }
}
