package vn.ocop.marketplace.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.SourceTree;

/** Measures and prints one table. Slow is never a failure here; a wrong answer is. */
class MarketplaceBenchmark {

    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 10);
    private static final int SCALE = Integer.getInteger("benchmark.scale", 10_000);

    /** Empty for all. */
    private static final Set<String> ONLY = Arrays.stream(
                    System.getProperty("benchmark.only", "").split(","))
            .filter(name -> !name.isBlank())
            .collect(Collectors.toSet());

    private static boolean asked(String scenarios) {
        return ONLY.isEmpty() || ONLY.contains(scenarios);
    }

    @Test
    void theWholeMarketplaceUnderLoad() {
        try (var stack = PackagedStack.start("benchmark", SCALE).settled()) {
            var shelf = Shelf.of(stack.sql());
            assertThat(shelf.listings()).hasSizeGreaterThanOrEqualTo(Math.min(SCALE, 10_000));
            var meter = new Meter(stack, Duration.ofSeconds(SECONDS));
            var rows = new ArrayList<Row>();
            try {
                if (asked("hot")) {
                    rows.addAll(new HotScenarios(meter).rows(shelf));
                }
                if (asked("cold")) {
                    rows.add(new ColdScenario(meter).row(shelf));
                }
                if (asked("search")) {
                    rows.addAll(new SearchScenarios(meter).rows(shelf));
                }
                if (asked("buying")) {
                    rows.addAll(new BuyingScenarios(meter).rows(shelf));
                }
                if (asked("campaign")) {
                    rows.addAll(new HotCampaign(meter).rows(shelf));
                }
            } finally {
                // What was measured before a wrong answer is worth reading.
                var table = new Table(rows, shelf.listings().size(), SECONDS);
                System.out.println("\n" + table.text());
                table.write(SourceTree.target().resolve("benchmarks.md"));
            }
        }
    }
}
