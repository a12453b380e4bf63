package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.Shop;

/** SQL on many listings of one shop at once, for sheets. */
@Repository
class SheetListingRepository {

    /** The end of an id stands in for a code nobody gave. */
    private static final String CODE = "lower(coalesce(l.code, right(l.id::text, 12)))";

    private static final String SKU = "lower(coalesce(v.sku, right(v.id::text, 12)))";

    private final DatabaseClient database;
    private final EditedListings rows;
    private final Clock clock;

    SheetListingRepository(DatabaseClient database, EditedListings rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** All choices of the listings that these codes mean, of listings or of choices. */
    Flux<SheetCodes.Known> known(UUID shop, Collection<String> codes, Collection<String> skus) {
        return database.sql("""
                with meant as (
                    select l.id
                      from listing.listings l
                     where l.shop_id = :shop
                       and l.status <> 'CLOSED'
                       and %1$s = any(:codes)
                    union
                    select l.id
                      from listing.listings l
                      join listing.variants v on v.listing_id = l.id
                     where l.shop_id = :shop
                       and l.status <> 'CLOSED'
                       and v.removed_at is null
                       and %2$s = any(:skus)
                )
                select l.id, %1$s as code, v.id as variant_id, %2$s as sku
                  from meant m
                  join listing.listings l on l.id = m.id
                  left join listing.variants v on v.listing_id = l.id and v.removed_at is null
                """.formatted(CODE, SKU))
                .bind("shop", shop)
                .bind("codes", codes.toArray(String[]::new))
                .bind("skus", skus.toArray(String[]::new))
                .map(row -> new SheetCodes.Known(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "code", String.class),
                        row.get("variant_id", UUID.class),
                        row.get("sku", String.class)))
                .all();
    }

    Flux<EditedListing> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : database.sql(EditedListings.SELECT_WITHOUT_SHOP + " where l.id = any(:ids)")
                        .bind("ids", ids.toArray(UUID[]::new))
                        .map(rows::listing)
                        .all();
    }

    /** A draft that is to be made, with its codes. */
    record Draft(String code, List<String> skus, EditedListing listing, String slug, String folded) {}

    private record NewChoice(String code, String sku, int position, EditedListing.Choice choice) {}

    /** Drafts and their choices in one statement. Nobody sees drafts, so the index has nothing to learn. */
    Mono<Void> insert(Shop shop, List<Draft> drafts, UUID actor) {
        var choices = drafts.stream()
                .flatMap(draft -> java.util.stream.IntStream.range(
                                0, draft.listing().variants().size())
                        .mapToObj(i -> new NewChoice(
                                draft.code(),
                                draft.skus().get(i),
                                i,
                                draft.listing().variants().get(i))))
                .toList();
        return database.sql("""
                with created as (
                    insert into listing.listings (shop_id, code, slug, title_vi, title_en, description_vi, description_en,
                                                  category_code, attributes, certificate_id, folded, commune_code,
                                                  province_code, status, demo, created_at, updated_at)
                    select :shop, w.code, w.slug, w.title_vi, w.title_en, w.description_vi, w.description_en, w.category,
                           w.attributes::jsonb, w.certificate, w.folded, :commune, :province, 'DRAFT', :demo, :now, :now
                      from unnest(:codes::text[], :slugs::text[], :titles::text[], :titlesEn::text[],
                                  :descriptions::text[], :descriptionsEn::text[], :categories::text[],
                                  :attributes::text[], :certificates::uuid[], :folded::text[])
                           as w (code, slug, title_vi, title_en, description_vi, description_en, category, attributes,
                                 certificate, folded)
                    returning id, code
                ), choices as (
                    insert into listing.variants (listing_id, sku, name_vi, price, stock, weight_grams, length_mm, width_mm,
                                                  height_mm, position, active)
                    select c.id, w.sku, w.name, w.price, w.stock, w.weight, w.length, w.width, w.height, w.position,
                           w.price > 0 and w.weight > 0
                      from unnest(:ofCodes::text[], :skus::text[], :names::text[], :prices::bigint[], :stocks::integer[],
                                  :weights::integer[], :lengths::integer[], :widths::integer[], :heights::integer[],
                                  :positions::integer[])
                           as w (code, sku, name, price, stock, weight, length, width, height, position)
                      join created c on c.code = w.code
                    returning id, price, stock
                ), priced as (
                    insert into listing.price_history (variant_id, price, since)
                    select id, price, :now from choices where price > 0
                )
                insert into listing.stock_movements (variant_id, at, kind, quantity, stock_after, actor_id)
                select id, :now, 'OPENING', stock, stock, :actor from choices where stock > 0
                """)
                .bind("shop", shop.id())
                .bind("commune", shop.communeCode())
                .bind("province", shop.provinceCode())
                .bind("demo", shop.demo())
                .bind("now", clock.instant())
                .bind("actor", actor)
                .bind("codes", texts(drafts, Draft::code))
                .bind("slugs", texts(drafts, Draft::slug))
                .bind("titles", texts(drafts, draft -> draft.listing().title().vi()))
                .bind("titlesEn", texts(drafts, draft -> draft.listing().title().en()))
                .bind(
                        "descriptions",
                        texts(drafts, draft -> draft.listing().description().vi()))
                .bind(
                        "descriptionsEn",
                        texts(drafts, draft -> draft.listing().description().en()))
                .bind("categories", texts(drafts, draft -> draft.listing().categoryCode()))
                .bind("attributes", texts(drafts, draft -> rows.attributes(draft.listing())))
                .bind(
                        "certificates",
                        drafts.stream()
                                .map(draft -> draft.listing().certificateId())
                                .toArray(UUID[]::new))
                .bind("folded", texts(drafts, Draft::folded))
                .bind("ofCodes", texts(choices, NewChoice::code))
                .bind("skus", texts(choices, NewChoice::sku))
                .bind("names", texts(choices, choice -> choice.choice().name().vi()))
                .bind(
                        "prices",
                        choices.stream().map(choice -> choice.choice().price()).toArray(Long[]::new))
                .bind("stocks", numbers(choices, choice -> choice.choice().stock()))
                .bind("weights", numbers(choices, choice -> choice.choice().weightGrams()))
                .bind("lengths", sides(choices, ListingChange.Size::lengthMm))
                .bind("widths", sides(choices, ListingChange.Size::widthMm))
                .bind("heights", sides(choices, ListingChange.Size::heightMm))
                .bind("positions", numbers(choices, NewChoice::position))
                .then();
    }

    private static <T> String[] texts(List<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> things, Function<T, @Nullable Integer> number) {
        return things.stream().map(number).toArray(Integer[]::new);
    }

    private static Integer[] sides(List<NewChoice> choices, Function<ListingChange.Size, Integer> side) {
        return numbers(
                choices,
                choice -> choice.choice().size() == null
                        ? null
                        : side.apply(choice.choice().size()));
    }

    /** Choices that a change has just added get their codes, told apart by their names. */
    Mono<Void> giveCodes(UUID listing, Map<String, String> skusByName) {
        return skusByName.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        update listing.variants v
                           set sku = w.sku
                          from unnest(:names::text[], :skus::text[]) as w (name, sku)
                         where v.listing_id = :listing
                           and v.removed_at is null
                           and v.sku is null
                           and v.name_vi = w.name
                        """)
                        .bind("names", skusByName.keySet().toArray(String[]::new))
                        .bind("skus", skusByName.values().toArray(String[]::new))
                        .bind("listing", listing)
                        .then();
    }

    /** Every choice of what is not archived, listing by listing, for a sheet to take home. */
    Flux<Map<String, Object>> export(UUID shop, Function<String, String> categoryName) {
        return database.sql("""
                select coalesce(v.sku, right(v.id::text, 12)) as sku, coalesce(l.code, right(l.id::text, 12)) as product,
                       l.title_vi, l.title_en, l.description_vi, l.description_en, l.category_code,
                       l.attributes::text as attributes, v.name_vi, v.price, v.stock, v.weight_grams, v.length_mm,
                       v.width_mm, v.height_mm, c.number as certificate
                  from listing.listings l
                  join listing.variants v on v.listing_id = l.id and v.removed_at is null
                  left join catalog.certificate_numbers c on c.id = l.certificate_id
                 where l.shop_id = :shop
                   and l.status <> 'CLOSED'
                 order by l.id, v.position, v.id
                """)
                .bind("shop", shop)
                .map(row -> exported(row, categoryName))
                .all();
    }

    private Map<String, Object> exported(Readable row, Function<String, String> categoryName) {
        var cells = new LinkedHashMap<String, Object>();
        put(cells, SheetColumns.SKU, row.get("sku", String.class));
        put(cells, SheetColumns.PRODUCT, row.get("product", String.class));
        put(cells, SheetColumns.TITLE, row.get("title_vi", String.class));
        put(cells, SheetColumns.TITLE_EN, row.get("title_en", String.class));
        put(cells, SheetColumns.DESCRIPTION, row.get("description_vi", String.class));
        put(cells, SheetColumns.DESCRIPTION_EN, row.get("description_en", String.class));
        put(cells, SheetColumns.CATEGORY, categoryName.apply(Rows.get(row, "category_code", String.class)));
        put(cells, SheetColumns.CHOICE, row.get("name_vi", String.class));
        put(cells, SheetColumns.PRICE, positive(row.get("price", Long.class)));
        put(cells, SheetColumns.STOCK, row.get("stock", Integer.class));
        put(cells, SheetColumns.STOCK_SEEN, row.get("stock", Integer.class));
        put(cells, SheetColumns.WEIGHT, positive(row.get("weight_grams", Integer.class)));
        put(cells, SheetColumns.LENGTH, centimetres(row.get("length_mm", Integer.class)));
        put(cells, SheetColumns.WIDTH, centimetres(row.get("width_mm", Integer.class)));
        put(cells, SheetColumns.HEIGHT, centimetres(row.get("height_mm", Integer.class)));
        put(cells, SheetColumns.CERTIFICATE, row.get("certificate", String.class));
        rows.attributes(Rows.get(row, "attributes", String.class))
                .forEach((code, value) -> put(cells, code, vietnamese(value)));
        return cells;
    }

    private static String vietnamese(LocalizedText value) {
        return value.vi();
    }

    private static @Nullable Number positive(@Nullable Number number) {
        return number == null || number.longValue() == 0 ? null : number;
    }

    private static @Nullable Number centimetres(@Nullable Integer millimetres) {
        return millimetres == null ? null : java.math.BigDecimal.valueOf(millimetres, 1);
    }

    private static void put(Map<String, Object> cells, String column, @Nullable Object value) {
        if (value != null) {
            cells.put(column, value);
        }
    }
}
