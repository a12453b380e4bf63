package vn.ocop.marketplace.search;

import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.search.Suggestions.Suggestion;

/** The names of open shops, read anew every half minute while anyone asks. */
@Component
class ShopNames {

    private static final Duration STALENESS = Duration.ofSeconds(30);

    private final Mono<FoldedNames<Shop>> names;

    ShopNames(DatabaseClient database) {
        this.names =
                Mono.defer(() -> read(database)).cache(read -> STALENESS, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    private record Shop(String name, String slug) {}

    private static Mono<FoldedNames<Shop>> read(DatabaseClient database) {
        return database.sql("select name, slug from shop.published_shops where status = 'OPEN'")
                .map(row -> new Shop(Rows.get(row, "name", String.class), Rows.get(row, "slug", String.class)))
                .all()
                .collectList()
                .map(shops -> new FoldedNames<>(shops, Shop::name));
    }

    Mono<List<Suggestion>> startingWith(List<Word> words, int limit) {
        return names.map(shops -> shops.startingWith(words, limit).stream()
                .map(shop -> new Suggestion(shop.name(), shop.slug(), Highlight.of(shop.name(), words)))
                .toList());
    }
}
