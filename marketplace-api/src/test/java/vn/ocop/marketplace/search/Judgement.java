package vn.ocop.marketplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a person typing a query means, by titles of the demo catalogue, and how well a list of titles answers it.
 *
 * @param kind the class of queries it stands for
 * @param meant what should come first; empty when nothing of the kind is sold
 * @param also what will do after it
 */
record Judgement(String kind, String query, List<String> meant, List<String> also) {

    private static final int TOP = 10;
    private static final int PAGE = 24;

    static List<Judgement> all(String set) {
        try (var file = Judgement.class.getResourceAsStream(set)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Judgement(parts[0], parts[1], titles(parts[2]), titles(parts[3])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> titles(String column) {
        return Arrays.stream(column.split("\\|"))
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .toList();
    }

    /** Normalised discounted cumulative gain of the first ten, from nought to one; gains are 3 and 1. */
    double ndcg(List<String> titles) {
        if (meant.isEmpty() && also.isEmpty()) {
            return titles.isEmpty() ? 1 : 0;
        }
        var gained = titles.stream().map(this::gain).toList();
        var ideal = Stream.concat(meant.stream(), also.stream())
                .map(this::gain)
                .sorted(Collections.reverseOrder())
                .toList();
        return discounted(gained) / discounted(ideal);
    }

    private double gain(String title) {
        return meant.contains(title) ? 3 : also.contains(title) ? 1 : 0;
    }

    private static double discounted(List<Double> gains) {
        double sum = 0;
        for (int rank = 0; rank < Math.min(TOP, gains.size()); rank++) {
            sum += gains.get(rank) * Math.log(2) / Math.log(rank + 2);
        }
        return sum;
    }

    /** How much of what is meant is on the first page, as far as it can be. */
    double recall(List<String> titles) {
        if (meant.isEmpty()) {
            return 1;
        }
        long found = meant.stream().filter(titles::contains).count();
        return (double) found / Math.min(PAGE, meant.size());
    }

    boolean inVain(List<String> titles) {
        return titles.isEmpty() && !meant.isEmpty();
    }
}
