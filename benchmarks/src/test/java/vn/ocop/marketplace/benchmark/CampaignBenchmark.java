package vn.ocop.marketplace.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.PackagedStack;

/** The rows of {@link HotCampaign} alone, among a catalogue of the demo's size. */
class CampaignBenchmark {

    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 10);

    @Test
    void ordersOfOneHotCampaign() {
        try (var stack = PackagedStack.start("campaign", 0).settled()) {
            var shelf = Shelf.of(stack.sql());
            var meter = new Meter(stack, Duration.ofSeconds(SECONDS));
            var hot = new HotCampaign(meter);
            hot.warmUp(shelf);
            var rows = new ArrayList<>(hot.rows(shelf));
            System.out.println("\n" + new Table(rows, shelf.listings().size(), SECONDS).text());
        }
    }
}
