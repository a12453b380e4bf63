package vn.ocop.marketplace.search;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Puts specialties on sale for a test of the search. */
final class SearchShelf {

    private final DatabaseClient database;

    SearchShelf(DatabaseClient database) {
        this.database = database;
    }

    /** A listing; stars zero means no certificate, stock zero means sold out. */
    record Goods(
            String title,
            String category,
            String commune,
            String province,
            int stars,
            long price,
            int stock,
            long sold) {}

    static Goods goods(String title, String category, int stars, long price) {
        return new Goods(title, category, "19429", "44", stars, price, 10, 0);
    }

    UUID shop(String name) {
        return one(database.sql("""
                insert into shop.shops (slug, name, legal_kind, status, street, commune_code, province_code, joined_at)
                values ('tim-' || gen_random_uuid(), :name, 'COOPERATIVE', 'OPEN', '1 Lê Duẩn', '19429', '44',
                        timestamptz '2026-01-02 03:04:05+00')
                returning id
                """).bind("name", name));
    }

    UUID put(UUID shop, Goods goods, LocalDate certifiedFrom) {
        return one(database.sql("""
                with x as (
                    insert into catalog.certificates (shop_id, product_name, number, stars, decision_no, decision_date, issuer,
                                                      issuing_level, valid_from, valid_to)
                    select :shop, :title, '1', :stars, '1/QĐ-UBND', :from, 'UBND tỉnh Quảng Trị', 'PROVINCE', :from,
                           :from + 1096
                     where :stars > 0
                    returning id
                ), l as (
                    insert into listing.listings (shop_id, slug, title_vi, category_code, certificate_id, commune_code,
                                                  province_code, status, sold_count, folded, published_at, created_at, updated_at)
                    values (:shop, 'tim-' || gen_random_uuid(), :title, :category, (select id from x), :commune, :province,
                            'ON_SALE', :sold, :folded, timestamptz '2026-01-02 03:04:05+00', timestamptz '2026-01-02 03:04:05+00',
                            timestamptz '2026-01-02 03:04:05+00')
                    returning id
                ), v as (
                    insert into listing.variants (listing_id, price, stock, weight_grams) select id, :price, :stock, 500 from l
                ), a as (
                    insert into listing.index_changes (listing_id, created_at)
                    select id, timestamptz '2026-01-02 03:04:05+00' from l
                )
                select id from l
                """)
                .bind("shop", shop)
                .bind("title", goods.title())
                .bind("stars", goods.stars())
                .bind("from", certifiedFrom)
                .bind("category", goods.category())
                .bind("commune", goods.commune())
                .bind("province", goods.province())
                .bind("sold", goods.sold())
                .bind("folded", VietnameseText.fold(goods.title()))
                .bind("price", goods.price())
                .bind("stock", goods.stock()));
    }

    private static UUID one(DatabaseClient.GenericExecuteSpec statement) {
        Mono<UUID> id = statement
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one();
        return Objects.requireNonNull(id.block());
    }
}
