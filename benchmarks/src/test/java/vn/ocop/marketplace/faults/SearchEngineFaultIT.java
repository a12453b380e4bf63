package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** Elasticsearch goes away and comes back. */
class SearchEngineFaultIT {

    private final PackagedStack stack = SharedStack.get();
    private final IndexMirror mirror = new IndexMirror(stack);

    @AfterEach
    void bringBack() {
        stack.release(Part.ELASTICSEARCH);
        stack.awaitHealthy(Part.ELASTICSEARCH);
    }

    @Test
    void theMarketplaceSellsWithoutItAndSearchCatchesUp() {
        mirror.awaitConverged();
        await().atMost(Duration.ofSeconds(60)).until(() -> "search".equals(source("q=ca+phe")));
        stack.hold(Part.ELASTICSEARCH);
        stack.kill(Part.ELASTICSEARCH);

        assertThat(browse("limit=24").at("/source")).isEqualTo("database");
        assertThat(browse("q=ca+phe+khe+sanh").at("/items/0/title")).containsIgnoringCase("cà phê");
        assertThat(browse("province=44&stars=4").body().path("items").size()).isPositive();
        var variant = SharedStack.stocked(stack, 1, 1).getFirst();
        var shopper = Shopper.guest(stack.api());
        var quote = shopper.quote(variant);
        assertThat(shopper.order(quote, "CASH_ON_DELIVERY", UUID.randomUUID().toString()))
                .isNotEmpty();
        new Changes(stack, 3).make(200);

        stack.release(Part.ELASTICSEARCH);
        stack.awaitHealthy(Part.ELASTICSEARCH);

        await("search answers by itself again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> "search".equals(source("q=mat+ong")));
        mirror.awaitConverged();
        var soldOut = stack.sql()
                .texts("select listing_id from listing.variants where id = ?", variant)
                .getFirst();
        assertThat(stack.sql().number("select stock from listing.variants where id = ?", variant))
                .isZero();
        assertThat(mirror.indexed()).containsKey(UUID.fromString(soldOut));
    }

    /** An engine that has lost its data must not make the marketplace look empty. */
    @Test
    void anEmptyEngineIsNotAnEmptyMarketplace() {
        mirror.awaitConverged();
        stack.hold(Part.INDEXER);
        stack.kill(Part.INDEXER);
        var engine = Http.to(stack.addresses().elasticsearch(""));
        assertThat(engine.delete("/" + mirror.index()).status()).isEqualTo(200);

        try {
            assertThat(browse("limit=23").body().path("items").size()).isPositive();
        } finally {
            stack.release(Part.INDEXER);
        }
        mirror.awaitConverged();
        await("search answers by itself again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> "search".equals(source("q=tra")));
    }

    private String source(String query) {
        return browse(query).at("/source");
    }

    private Http.Answer browse(String query) {
        // Another upper price each time, so that no answer is there already.
        var answer = stack.api()
                .get("/api/v1/listings?" + query + "&maxPrice=" + (900_000_000 + System.nanoTime() % 1_000_000));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}
