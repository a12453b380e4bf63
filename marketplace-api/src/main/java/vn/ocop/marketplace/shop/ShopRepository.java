package vn.ocop.marketplace.shop;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on shops. */
@Repository
class ShopRepository {

    private static final String COLUMNS = """
            select id, slug, name, legal_kind, status, story_vi, story_en, street, commune_code, province_code, demo,
                   joined_at
              from shop.shops
            """;

    private final DatabaseClient database;

    ShopRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Shop> findAll(Collection<UUID> ids) {
        return database.sql(COLUMNS + " where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(ShopRepository::shop)
                .all();
    }

    Mono<Shop> findBySlug(String slug) {
        return database.sql(COLUMNS + " where slug = :slug")
                .bind("slug", slug)
                .map(ShopRepository::shop)
                .one();
    }

    /**
     * Open shops, the newest first, from the cursor on; one more than the page holds tells whether there is another.
     */
    Flux<Shop> open(@Nullable String provinceCode, @Nullable Cursor after, int rows) {
        return database.sql(COLUMNS + """
                 where status = 'OPEN'
                   and (:province::text is null or province_code = :province)
                   and (:at::timestamptz is null or (joined_at, id) < (:at, :id::uuid))
                 order by joined_at desc, id desc
                 limit :rows
                """)
                .bind("province", Parameter.fromOrEmpty(provinceCode, String.class))
                .bind("at", Parameter.fromOrEmpty(after == null ? null : after.at(), Instant.class))
                .bind("id", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("rows", rows)
                .map(ShopRepository::shop)
                .all();
    }

    private static Shop shop(Readable row) {
        return new Shop(
                Rows.get(row, "id", UUID.class),
                text(row, "slug"),
                text(row, "name"),
                Shop.LegalKind.valueOf(text(row, "legal_kind")),
                Shop.Status.valueOf(text(row, "status")),
                new LocalizedText(text(row, "story_vi"), text(row, "story_en")),
                text(row, "street"),
                text(row, "commune_code"),
                text(row, "province_code"),
                Rows.get(row, "demo", Boolean.class),
                Rows.get(row, "joined_at", Instant.class));
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
