package vn.ocop.marketplace.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.packaged.Part;

/** Browsing and searching, against Elasticsearch asked the very same directly. */
record SearchScenarios(Meter meter) {

    private static final String SEARCH = "search";
    /** An upper price nobody's price reaches, another one for each request: so no answer is there already. */
    private static final AtomicInteger NO_LIMIT = new AtomicInteger(900_000_000);

    List<Row> rows(Shelf shelf) {
        var rows = new ArrayList<Row>();
        rows.add(row("browse page of 24 with facets", browsing()));
        rows.add(row("text search, 100 queries, with facets", searching()));
        return rows;
    }

    private static List<String> browsing() {
        var pages = new ArrayList<String>();
        for (var sort : List.of("relevance", "newest", "price", "-price", "best-selling")) {
            for (var filter : List.of("", "&province=44", "&category=g01", "&stars=4", "&inStock=true")) {
                pages.add("/api/v1/listings?limit=24&sort=" + sort + filter);
            }
        }
        return pages;
    }

    private static List<String> searching() {
        return Queries.all().stream()
                .map(text -> "/api/v1/listings?limit=24&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * The yardstick is measured before and after: the engine gets faster for minutes after its start, and whoever asks
     * it last would look better for that.
     */
    private Row row(String name, List<String> pages) {
        var addresses = meter.stack().addresses();
        var engineBodies = new EngineQueries(meter.stack()).sentFor(pages);
        var fellBack = new AtomicInteger();
        meter.warmUp(addresses.api(), visitors(pages, fellBack));
        meter.warmUp(addresses.elasticsearch(), engineVisitors(engineBodies));
        var before = engine(engineBodies);
        fellBack.set(0);
        var row = meter.timed(name, addresses.api(), SEARCH, visitors(pages, fellBack));
        var after = engine(engineBodies);
        double p99 = mean(before.p99(), after.p99());
        return row.against(
                "p99 %.2f of Elasticsearch's own (p50 %.1f, p99 %.1f ms, %,.0f/s, %.2f ms CPU); %.2f queries a page; %d fell back"
                        .formatted(
                                row.p99() / p99,
                                mean(before.p50(), after.p50()),
                                p99,
                                mean(before.perSecond(), after.perSecond()),
                                mean(before.cpu(Part.ELASTICSEARCH), after.cpu(Part.ELASTICSEARCH)),
                                engineBodies.stream()
                                        .mapToInt(List::size)
                                        .average()
                                        .orElse(0),
                                fellBack.get()));
    }

    private Row engine(List<List<String>> bodies) {
        return meter.timed(
                "  the same at Elasticsearch",
                meter.stack().addresses().elasticsearch(),
                SEARCH,
                engineVisitors(bodies));
    }

    private static double mean(double one, double other) {
        return (one + other) / 2;
    }

    private static IntFunction<Visitor> visitors(List<String> pages, AtomicInteger fellBack) {
        var turn = new AtomicInteger();
        Supplier<Visitor.@Nullable Ask> asks = () -> {
            var page = pages.get(turn.getAndIncrement() % pages.size());
            return Requests.get(SEARCH, page + "&maxPrice=" + NO_LIMIT.incrementAndGet(), "vi", "\"source\":\"");
        };
        return number -> new Searching(asks, fellBack);
    }

    /** On a machine too slow for it the API lets the database answer: right, but to be told. */
    private record Searching(Supplier<Visitor.@Nullable Ask> pages, AtomicInteger fellBack) implements Visitor {

        private static final byte[] DATABASE = "\"source\":\"database\"".getBytes(StandardCharsets.UTF_8);

        @Override
        public @Nullable Ask next() {
            return pages.get();
        }

        @Override
        public void answered(Ask ask, Answer answer) {
            ask.check(answer, 200);
            if (answer.contains(DATABASE)) {
                fellBack.incrementAndGet();
            }
        }
    }

    private static IntFunction<Visitor> engineVisitors(List<List<String>> pages) {
        var turn = new AtomicInteger();
        return number -> new Asking(() -> pages.get(turn.getAndIncrement() % pages.size()));
    }

    /** Asks the engine what the API asks it for one page after the other; a page is there when its last answer is. */
    private static final class Asking implements Visitor {

        private final Supplier<List<String>> pages;
        private final Deque<Ask> rest = new ArrayDeque<>();

        Asking(Supplier<List<String>> pages) {
            this.pages = pages;
        }

        @Override
        public Ask next() {
            if (rest.isEmpty()) {
                open(pages.get());
            }
            return rest.remove();
        }

        private void open(List<String> bodies) {
            var price = String.valueOf(NO_LIMIT.incrementAndGet());
            for (int i = 0; i < bodies.size(); i++) {
                var name = i == bodies.size() - 1 ? SEARCH : "part of a search";
                var body = bodies.get(i).replace(EngineQueries.MARK, price);
                var ask = Requests.postJson(name, "/listings/_search", "", body, "\"timed_out\":false");
                rest.add(i == 0 ? ask : ask.goingOn());
            }
        }

        @Override
        public void answered(Ask ask, Answer answer) {
            ask.check(answer, 200);
        }
    }
}
