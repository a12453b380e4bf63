package vn.ocop.marketplace.shop;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on shops. */
@Repository
class ShopRepository {

    private static final String COLUMNS = """
            select id, slug, name, legal_kind, status, story_vi, story_en, street, commune_code, province_code, demo,
                   joined_at, h.first_day, h.last_day, h.takes_orders, h.note
              from shop.shops s
              left join lateral (
                   select first_day, last_day, takes_orders, note
                     from shop.holidays
                    where shop_id = s.id
                      and last_day >= :today
                      and first_day <= :today + 7
                    order by first_day
                    limit 1) h on true
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ShopRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private DatabaseClient.GenericExecuteSpec shops(String condition) {
        return database.sql(COLUMNS + condition).bind("today", BusinessTime.today(clock));
    }

    Flux<Shop> findAll(Collection<UUID> ids) {
        return shops(" where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(ShopRepository::shop)
                .all();
    }

    Mono<Shop> findBySlug(String slug) {
        return shops(" where slug = :slug")
                .bind("slug", slug)
                .map(ShopRepository::shop)
                .one();
    }

    /**
     * Open shops, the newest first, from the cursor on; one more than the page holds tells whether there is another.
     */
    Flux<Shop> open(@Nullable String provinceCode, @Nullable Cursor after, int rows) {
        return shops("""
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
                Rows.get(row, "joined_at", Instant.class),
                holiday(row));
    }

    private static ShopFile.@Nullable Holiday holiday(Readable row) {
        var firstDay = row.get("first_day", LocalDate.class);
        return firstDay == null
                ? null
                : new ShopFile.Holiday(
                        firstDay,
                        Rows.get(row, "last_day", LocalDate.class),
                        Rows.get(row, "takes_orders", Boolean.class),
                        text(row, "note"));
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
