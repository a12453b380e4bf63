package vn.ocop.marketplace.indexer;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.searchcontract.DatedCard;
import vn.ocop.marketplace.searchcontract.ListingDocument;
import vn.ocop.marketplace.searchcontract.ShopFacet;
import vn.ocop.marketplace.searchcontract.TitleHeads;
import vn.ocop.marketplace.searchcontract.VietnameseSound;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Reads listings as they are now, many in one statement, and makes their documents. */
@Repository
class ListingReader {

    private static final String COLUMNS = """
            select id, revision, on_sale, slug, title_vi, title_en, description_vi, description_en, category_code,
                   category_path, category_words, province_code, commune_code, place_words, shop_id, shop_slug, shop_name,
                   stars, stars_from, stars_to, price, in_stock, sold_count, published_at, card_vi, card_en
              from listing.published_cards
            """;

    private final DatabaseClient database;

    ListingReader(DatabaseClient database) {
        this.database = database;
    }

    /** The newest state of those listings that exist. */
    Flux<ListingState> read(List<UUID> ids) {
        return database.sql(COLUMNS + " where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(ListingReader::state)
                .all();
    }

    /** The next listings on sale after an id and up to another, in id order. */
    Flux<ListingState> onSaleBetween(UUID after, UUID to, int limit) {
        return database.sql(COLUMNS + " where id > :after and id <= :to and on_sale order by id limit :limit")
                .bind("after", after)
                .bind("to", to)
                .bind("limit", limit)
                .map(ListingReader::state)
                .all();
    }

    private static ListingState state(Readable row) {
        UUID id = get(row, "id", UUID.class);
        long revision = get(row, "revision", Long.class);
        if (!get(row, "on_sale", Boolean.class)) {
            return ListingState.notOnSale(id, revision);
        }
        try {
            return ListingState.onSale(id, revision, document(row));
        } catch (RuntimeException incomplete) {
            // One listing nobody can make sense of must not hold up the others it was read with.
            return ListingState.unreadable(id, revision, incomplete.toString());
        }
    }

    private static ListingDocument document(Readable row) {
        String titleVi = text(row, "title_vi");
        String titleEn = text(row, "title_en");
        String plain = VietnameseText.fold(titleVi);
        boolean inStock = get(row, "in_stock", Boolean.class);
        long soldCount = get(row, "sold_count", Long.class);
        @Nullable Integer stars = row.get("stars", Integer.class);
        @Nullable LocalDate from = row.get("stars_from", LocalDate.class);
        @Nullable LocalDate to = row.get("stars_to", LocalDate.class);
        String category = text(row, "category_code");
        DatedCard card = new DatedCard(text(row, "card_vi"), stars == null ? 0 : stars, from, to, category);
        return new ListingDocument(
                text(row, "id"),
                VietnameseText.exact(titleVi),
                plain,
                TitleHeads.of(plain),
                VietnameseSound.of(plain),
                titleEn.equals(titleVi) ? "" : VietnameseText.fold(titleEn),
                VietnameseText.fold(text(row, "shop_name") + " " + text(row, "place_words")),
                VietnameseText.fold(text(row, "description_vi") + " " + text(row, "description_en")),
                Arrays.asList(get(row, "category_path", String[].class)),
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
                soldCount,
                get(row, "published_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                ListingDocument.rank(inStock, soldCount),
                text(row, "slug"),
                titleVi,
                titleEn,
                card.dated(),
                card.json(),
                text(row, "card_en"));
    }

    private static String text(Readable row, String column) {
        return get(row, column, Object.class).toString();
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
