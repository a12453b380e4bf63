package vn.ocop.marketplace.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What shoppers type: a fixed list, with marks and without, with places. */
final class Queries {

    private Queries() {}

    static List<String> all() {
        var file = Objects.requireNonNull(Queries.class.getResourceAsStream("/queries.txt"), "queries.txt");
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
