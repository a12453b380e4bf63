package vn.ocop.marketplace.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Hot public reads: the same few pages again and again, against a bare server with the same bytes. */
record HotScenarios(Meter meter) {

    private static final int FEW = 8;
    private static final String HOT = "read";

    List<Row> rows(Shelf shelf) {
        var addresses = meter.stack().addresses();
        var listings = shelf.listings().subList(0, FEW);
        var slugs = listings.stream()
                .map(id -> meter.stack().api().get("/api/v1/listings/" + id).at("/slug"))
                .toList();
        var rows = new ArrayList<Row>();
        rows.add(row(
                "listing page, JSON, hot",
                addresses.api(),
                listings.stream().map(id -> "/api/v1/listings/" + id).toList(),
                "\"attributes\""));
        rows.add(row("home page of the site, hot", addresses.site(), List.of("/"), "</title>"));
        rows.add(row(
                "listing page of the site, hot",
                addresses.site(),
                slugs.stream().map(slug -> "/san-pham/" + slug).toList(),
                "</title>"));
        return rows;
    }

    /** The yardstick is measured before and after, so that a machine getting busier hits both alike. */
    private Row row(String name, int port, List<String> paths, String marker) {
        var visitors = visitors(paths, marker);
        try (var bare = Bare.copyOf("http://127.0.0.1:" + port, paths)) {
            meter.warmUp(bare.port(), visitors);
            meter.warmUp(port, visitors);
            var before = meter.timed("  bare server", bare.port(), HOT, visitors);
            var row = meter.timed(name, port, HOT, visitors);
            var after = meter.timed("  bare server", bare.port(), HOT, visitors);
            double reference = (before.perSecond() + after.perSecond()) / 2;
            return row.against("%.2f of a bare Reactor Netty server with the same bytes (%,.0f/s)"
                    .formatted(row.perSecond() / reference, reference));
        }
    }

    private static IntFunction<Visitor> visitors(List<String> paths, String marker) {
        var pages = paths.stream()
                .map(path -> Requests.get(HOT, path, "vi", marker))
                .toList();
        return number -> {
            var turn = new int[] {number};
            return new Reading(() -> pages.get(turn[0]++ % FEW % pages.size()));
        };
    }
}
