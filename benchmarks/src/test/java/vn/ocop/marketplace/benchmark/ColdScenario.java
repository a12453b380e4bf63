package vn.ocop.marketplace.benchmark;

import java.util.Iterator;
import java.util.function.IntFunction;

/** Every listing once, so that no answer is there already. */
record ColdScenario(Meter meter) {

    private static final String COLD = "read";
    private static final int WARM_UP = 3_000;

    Row row(Shelf shelf) {
        int port = meter.stack().addresses().api();
        var some =
                shelf.listings().subList(0, Math.min(WARM_UP, shelf.listings().size()));
        // In the other language, so that what is kept from warming up answers nothing that is measured.
        meter.warmUp(port, visitors(some.iterator(), "en"));
        return meter.untilDone(
                        "listing page, JSON, cold",
                        port,
                        COLD,
                        visitors(shelf.listings().iterator(), "vi"))
                .against("each of %,d listings once".formatted(shelf.listings().size()));
    }

    private static IntFunction<Visitor> visitors(Iterator<?> ids, String language) {
        return number -> new Reading(() -> {
            if (!ids.hasNext()) {
                return null;
            }
            var id = ids.next().toString();
            return Requests.get(COLD, "/api/v1/listings/" + id, language, id);
        });
    }
}
