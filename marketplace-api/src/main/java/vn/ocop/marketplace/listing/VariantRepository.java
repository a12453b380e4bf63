package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** Reads variants for carts and quotes. */
@Repository
class VariantRepository implements VariantCatalogue {

    private static final String SELECT = """
            select v.id, v.listing_id, l.slug, l.title_vi, l.title_en, v.name_vi, v.name_en, v.price, v.stock, least(v.set_aside, v.stock) as set_aside,
                   v.active and l.status = 'ON_SALE' and s.status = 'OPEN' as on_sale, v.weight_grams,
                   s.id as shop_id, s.slug as shop_slug, s.name as shop_name, s.province_code, s.commune_code,
                   l.category_code, p.id as picture_id, p.hash, p.widths, p.width, p.height, p.preview,
                   p.alt_vi, p.alt_en, coalesce(x.stars, 0)::integer as stars,
                   (select max(h.last_day)
                      from shop.published_holidays h
                     where h.shop_id = s.id
                       and not h.takes_orders
                       and :today between h.first_day and h.last_day) as closed_until
              from listing.variants v
              join listing.listings l on l.id = v.listing_id
              join shop.published_shops s on s.id = l.shop_id
              left join catalog.published_certificates x
                on x.id = l.certificate_id and x.valid_from <= :today and x.valid_to > :today
              left join lateral (
                   select m.id, m.hash, m.widths, m.width, m.height, m.preview, lp.alt_vi, lp.alt_en
                     from listing.listing_pictures lp
                     join media.published_pictures m on m.id = lp.picture_id
                    where lp.listing_id = l.id
                    order by lp.position
                    limit 1) p on true
            """;

    private final DatabaseClient database;
    private final Categories categories;
    private final Clock clock;

    VariantRepository(DatabaseClient database, Categories categories, Clock clock) {
        this.database = database;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public Flux<SellableVariant> find(Collection<UUID> variantIds) {
        return find(SELECT + " where v.id = any(:ids)", variantIds);
    }

    @Override
    public Flux<SellableVariant> ofListings(Collection<UUID> listingIds) {
        return find(
                SELECT + " where v.listing_id = any(:ids) and v.active order by v.listing_id, v.position, v.id",
                listingIds);
    }

    private Flux<SellableVariant> find(String query, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        var today = BusinessTime.today(clock);
        return database.sql(query)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("today", today)
                .map(row -> variant(row, today))
                .all();
    }

    private SellableVariant variant(Readable row, LocalDate today) {
        var category = text(row, "category_code");
        return new SellableVariant(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "listing_id", UUID.class),
                text(row, "slug"),
                new LocalizedText(text(row, "title_vi"), text(row, "title_en")),
                new LocalizedText(text(row, "name_vi"), text(row, "name_en")),
                Rows.get(row, "price", Long.class),
                number(row, "stock"),
                number(row, "set_aside"),
                Rows.get(row, "on_sale", Boolean.class),
                number(row, "weight_grams"),
                Rows.get(row, "shop_id", UUID.class),
                text(row, "shop_slug"),
                text(row, "shop_name"),
                text(row, "province_code"),
                text(row, "commune_code"),
                category,
                number(row, "stars"),
                categories.ageRestricted(category, today),
                categories.cashOnDelivery(category, today),
                picture(row),
                row.get("closed_until", LocalDate.class));
    }

    private static @Nullable LocalizedPicture picture(Readable row) {
        var id = row.get("picture_id", UUID.class);
        return id == null
                ? null
                : new LocalizedPicture(
                        id,
                        text(row, "hash"),
                        List.copyOf(Arrays.asList(Rows.get(row, "widths", Integer[].class))),
                        number(row, "width"),
                        number(row, "height"),
                        new LocalizedText(text(row, "alt_vi"), text(row, "alt_en")),
                        row.get("preview", String.class));
    }

    private static int number(Readable row, String column) {
        return Rows.get(row, column, Integer.class);
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
