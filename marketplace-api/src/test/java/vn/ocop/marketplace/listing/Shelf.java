package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** Puts shops and listings on sale for a test, straight into the database. */
public final class Shelf {

    private final DatabaseClient database;

    public Shelf(DatabaseClient database) {
        this.database = database;
    }

    /** A shop in Khe Sanh, Quảng Trị. */
    public UUID shop() {
        return shop("OPEN");
    }

    public UUID shop(String status) {
        return insert("""
                insert into shop.shops (slug, name, legal_kind, status, story_vi, story_en, street, commune_code,
                                        province_code, joined_at)
                values ('gian-hang-' || gen_random_uuid(), 'Nông sản Khe Sanh', 'COOPERATIVE', :status, 'Chuyện',
                        'Story', '12 Lê Duẩn', '19429', '44', timestamptz '2026-01-02 03:04:05+00')
                returning id
                """, "status", status);
    }

    /** A listing on sale with one variant for each stock. */
    public Offer offer(UUID shop, int... stocks) {
        var listing = insert("""
                insert into listing.listings (shop_id, slug, title_vi, title_en, category_code, commune_code,
                                              province_code, status, attributes, published_at, created_at, updated_at)
                values (:shop, 'ca-phe-' || gen_random_uuid(), 'Cà phê Khe Sanh', 'Khe Sanh coffee', 's13', '19429',
                        '44', 'ON_SALE', '{"origin": {"vi": "Khe Sanh", "en": "Khe Sanh"}, "net_weight": "500 g"}',
                        timestamptz '2026-01-02 03:04:05+00', timestamptz '2026-01-02 03:04:05+00',
                        timestamptz '2026-01-02 03:04:05+00')
                returning id
                """, "shop", shop);
        var variants = IntStream.range(0, stocks.length)
                .mapToObj(position -> variant(listing, position, stocks[position]))
                .toList();
        return new Offer(shop, listing, variants);
    }

    private UUID variant(UUID listing, int position, int stock) {
        return one(database.sql("""
                insert into listing.variants (listing_id, name_vi, name_en, price, stock, weight_grams, position)
                values (:listing, 'Gói ' || :position, 'Bag ' || :position, 95000, :stock, 500, :position)
                returning id
                """)
                .bind("listing", listing)
                .bind("position", position)
                .bind("stock", stock)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one());
    }

    private UUID insert(String sql, String name, Object value) {
        return one(database.sql(sql)
                .bind(name, value)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one());
    }

    public String slug(UUID listing) {
        return one(database.sql("select slug from listing.listings where id = :id")
                .bind("id", listing)
                .map(row -> Rows.get(row, "slug", String.class))
                .one());
    }

    public int stock(UUID variant) {
        return one(database.sql("select stock from listing.variants where id = :id")
                .bind("id", variant)
                .map(row -> Rows.get(row, "stock", Integer.class))
                .one());
    }

    public long revision(UUID listing) {
        return number("select revision as n from listing.listings where id = :id", listing);
    }

    public long changes(UUID listing) {
        return number("select count(*) as n from listing.index_changes where listing_id = :id", listing);
    }

    public long number(String sql, UUID id) {
        return one(database.sql(sql)
                .bind("id", id)
                .map(row -> Rows.get(row, "n", Long.class))
                .one());
    }

    public void run(String sql, UUID id) {
        database.sql(sql).bind("id", id).then().block();
    }

    private static <T> T one(Mono<T> value) {
        return Objects.requireNonNull(value.block());
    }

    /** A listing on the shelf. */
    public record Offer(UUID shop, UUID listing, List<UUID> variants) {}
}
