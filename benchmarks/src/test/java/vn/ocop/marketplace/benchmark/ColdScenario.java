package vn.ocop.marketplace.benchmark;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Every listing once, so that no answer is there already. */
record ColdScenario(Meter meter) {

    private static final String COLD = "read";

    Row row(Shelf shelf) {
        int port = meter.stack().addresses().api();
        // Each request has a number of its own in its address, so that nothing is ready for the next.
        var numbers = new AtomicInteger();
        var endless = Stream.generate(shelf.listings()::stream).flatMap(Function.identity());
        meter.warmUp(port, visitors(endless.iterator(), numbers));
        return meter.untilDone(
                        "listing page, JSON, cold",
                        port,
                        COLD,
                        visitors(shelf.listings().iterator(), numbers))
                .against("each of %,d listings once".formatted(shelf.listings().size()));
    }

    private static IntFunction<Visitor> visitors(Iterator<?> ids, AtomicInteger numbers) {
        return number -> new Reading(() -> {
            if (!ids.hasNext()) {
                return null;
            }
            var id = ids.next().toString();
            return Requests.get(COLD, "/api/v1/listings/" + id + "?n=" + numbers.incrementAndGet(), "vi", id);
        });
    }
}
