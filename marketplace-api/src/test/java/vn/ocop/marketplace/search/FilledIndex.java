package vn.ocop.marketplace.search;

import io.r2dbc.spi.Readable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.searchcontract.DatedCard;
import vn.ocop.marketplace.searchcontract.ListingDocument;
import vn.ocop.marketplace.searchcontract.ListingIndex;
import vn.ocop.marketplace.searchcontract.ShopFacet;
import vn.ocop.marketplace.searchcontract.TitleHeads;
import vn.ocop.marketplace.searchcontract.VietnameseSound;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Fills the engine with what is on sale, as the indexer would, in one go. */
final class FilledIndex {

    private static final int AT_ONCE = 2_000;
    private static final String NAME = ListingIndex.PREFIX + "test";

    private final String engine;
    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    FilledIndex(String engine, DatabaseClient database) {
        this.engine = engine;
        this.database = database;
    }

    void fill() {
        send("DELETE", "/" + NAME, "");
        send("PUT", "/" + NAME, ListingIndex.definition());
        send("POST", "/_aliases", """
                {"actions": [{"add": {"index": "%s", "alias": "%s"}}]}""".formatted(NAME, ListingIndex.READ_ALIAS));
        database.sql("select * from listing.published_cards where on_sale")
                .map(FilledIndex::document)
                .all()
                .buffer(AT_ONCE)
                .publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(this::send)
                .blockLast();
        send("POST", "/" + NAME + "/_refresh", "");
    }

    private void send(List<ListingDocument> documents) {
        var lines = new StringBuilder();
        for (var document : documents) {
            lines.append("{\"index\": {\"_id\": \"").append(document.id()).append("\"}}\n");
            lines.append(json.writeValueAsString(document)).append('\n');
        }
        send("POST", "/" + NAME + "/_bulk", lines.toString());
    }

    private void send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(engine + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300 && !method.equals("DELETE")
                    || answer.body().contains("\"errors\":true")) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ListingDocument document(Readable row) {
        @Nullable Integer stars = row.get("stars", Integer.class);
        @Nullable LocalDate from = row.get("stars_from", LocalDate.class);
        @Nullable LocalDate to = row.get("stars_to", LocalDate.class);
        var plain = VietnameseText.fold(text(row, "title_vi"));
        boolean inStock = get(row, "in_stock", Boolean.class);
        long sold = get(row, "sold_count", Long.class);
        var card = new DatedCard(text(row, "card_vi"), stars == null ? 0 : stars, from, to, text(row, "category_code"));
        return new ListingDocument(
                text(row, "id"),
                VietnameseText.exact(text(row, "title_vi")),
                plain,
                TitleHeads.of(plain),
                VietnameseSound.of(plain),
                VietnameseText.fold(text(row, "title_en")),
                VietnameseText.fold(text(row, "shop_name") + " " + text(row, "place_words")),
                VietnameseText.fold(text(row, "description_vi") + " " + text(row, "description_en")),
                List.copyOf(Arrays.asList(get(row, "category_path", String[].class))),
                text(row, "province_code"),
                text(row, "commune_code"),
                new ShopFacet(text(row, "shop_slug"), text(row, "shop_name")).value(),
                text(row, "shop_id"),
                text(row, "shop_slug"),
                stars,
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                get(row, "price", Long.class),
                inStock,
                sold,
                get(row, "published_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                ListingDocument.rank(inStock, sold),
                text(row, "slug"),
                text(row, "title_vi"),
                text(row, "title_en"),
                card.dated(),
                card.json(),
                text(row, "card_en"));
    }

    private static String text(Readable row, String column) {
        return get(row, column, Object.class).toString();
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
