package vn.ocop.marketplace.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.ocop.marketplace.packaged.Part;

/** The figures as people read them. */
record Table(List<Row> rows, int listings, long seconds) {

    String text() {
        var text = new StringBuilder("""
                %d connections, %,d listings, %d s a scenario, %d cores; Java %s. Everything on one machine: database, search
                engine, site, API and the load generator (one thread of raw keep-alive sockets, the same for every row).
                CPU is milliseconds of processor time per request, for a whole order per order.

                | scenario | per second | p50 ms | p99 ms | CPU API | CPU site | CPU PostgreSQL | CPU Elasticsearch | CPU generator | reference |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|---|
                """.formatted(
                        Meter.CONNECTIONS,
                        listings,
                        seconds,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature()));
        rows.forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f | %.2f | %s |",
                row.name(),
                row.perSecond(),
                row.p50(),
                row.p99(),
                row.cpu(Part.API),
                row.cpu(Part.SITE),
                row.cpu(Part.POSTGRES),
                row.cpu(Part.ELASTICSEARCH),
                row.ownCpu(),
                row.reference());
    }

    void write(Path file) {
        try {
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
