package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;

/** Reads the page of a listing in one round trip: variants and pictures come as JSON beside the row. */
@Component
public class ListingQueries {

    private static final String PAGE = """
            select l.id, l.slug, l.revision, l.status, l.title_vi, l.title_en, l.description_vi, l.description_en,
                   l.category_code, l.commune_code, l.province_code, l.attributes::text as attributes, l.sold_count,
                   l.demo, s.id as shop_id, s.slug as shop_slug, s.name as shop_name, s.legal_kind, s.story_vi,
                   s.story_en, s.commune_code as shop_commune, s.province_code as shop_province, s.demo as shop_demo,
                   h.first_day, h.last_day, h.takes_orders, h.rest_note,
                   c.id as certificate_id, c.stars, c.number, c.decision_no, c.issuer, c.issued_on, c.expires_on,
                   (select json_agg(json_build_object('id', v.id, 'nameVi', v.name_vi, 'nameEn', v.name_en,
                                                      'price', v.price, 'stock', v.stock, 'weight', v.weight_grams)
                                    order by v.position, v.id)
                      from listing.variants v
                     where v.listing_id = l.id
                       and v.active)::text as variants,
                   (select json_agg(json_build_object('id', p.id, 'hash', p.hash, 'widths', p.widths, 'width', p.width,
                                                      'height', p.height, 'altVi', lp.alt_vi, 'altEn', lp.alt_en,
                                                      'preview', p.preview)
                                    order by lp.position)
                      from listing.listing_pictures lp
                      join media.published_pictures p on p.id = lp.picture_id
                     where lp.listing_id = l.id)::text as pictures
              from listing.listings l
              join shop.published_shops s on s.id = l.shop_id and s.status = 'OPEN'
              left join lateral (
                   select first_day, last_day, takes_orders, note as rest_note
                     from shop.published_holidays
                    where shop_id = l.shop_id
                      and last_day >= :today
                      and first_day <= :today + 7
                    order by first_day
                    limit 1) h on true
              left join catalog.published_certificates c
                on c.id = l.certificate_id and c.valid_from <= :today and c.valid_to > :today
             where l.status in ('ON_SALE', 'PAUSED')
            """;

    private final DatabaseClient database;
    private final EditedListings rows;
    private final JsonMapper json;
    private final Clock clock;

    ListingQueries(DatabaseClient database, EditedListings rows, JsonMapper json, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** The page of a listing that shoppers may see; drafts, closed listings and those of closed shops are not found. */
    public Mono<ListingPage> page(String idOrSlug) {
        var today = BusinessTime.today(clock);
        var id = asId(idOrSlug);
        var byKey = id == null
                ? database.sql(PAGE + "   and l.slug = :slug").bind("slug", idOrSlug)
                : database.sql(PAGE + "   and l.id = :id").bind("id", id);
        return byKey.bind("today", today)
                .map(this::page)
                .one()
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)));
    }

    private static @Nullable UUID asId(String idOrSlug) {
        if (idOrSlug.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(idOrSlug);
        } catch (IllegalArgumentException slug) {
            return null;
        }
    }

    private ListingPage page(Readable row) {
        var status = ListingStatus.valueOf(text(row, "status"));
        return new ListingPage(
                Rows.get(row, "id", UUID.class),
                text(row, "slug"),
                Rows.get(row, "revision", Long.class),
                status,
                new LocalizedText(text(row, "title_vi"), text(row, "title_en")),
                new LocalizedText(text(row, "description_vi"), text(row, "description_en")),
                text(row, "category_code"),
                text(row, "commune_code"),
                text(row, "province_code"),
                rows.attributes(text(row, "attributes")),
                Rows.get(row, "sold_count", Long.class),
                Rows.get(row, "demo", Boolean.class),
                seller(row),
                certificate(row),
                variants(row.get("variants", String.class), status),
                pictures(row.get("pictures", String.class)));
    }

    private static ListingPage.Seller seller(Readable row) {
        return new ListingPage.Seller(
                Rows.get(row, "shop_id", UUID.class),
                text(row, "shop_slug"),
                text(row, "shop_name"),
                Shop.LegalKind.valueOf(text(row, "legal_kind")),
                new LocalizedText(text(row, "story_vi"), text(row, "story_en")),
                text(row, "shop_commune"),
                text(row, "shop_province"),
                Rows.get(row, "shop_demo", Boolean.class),
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
                        text(row, "rest_note"));
    }

    private static ListingPage.@Nullable Certificate certificate(Readable row) {
        var stars = row.get("stars", Integer.class);
        return stars == null
                ? null
                : new ListingPage.Certificate(
                        Rows.get(row, "certificate_id", UUID.class),
                        stars,
                        text(row, "number"),
                        text(row, "decision_no"),
                        text(row, "issuer"),
                        Rows.get(row, "issued_on", LocalDate.class),
                        Rows.get(row, "expires_on", LocalDate.class));
    }

    private record VariantRow(UUID id, String nameVi, String nameEn, long price, int stock, int weight) {}

    private List<ListingPage.Variant> variants(@Nullable String rows, ListingStatus status) {
        return rows == null
                ? List.of()
                : Arrays.stream(json.readValue(rows, VariantRow[].class))
                        .map(row -> new ListingPage.Variant(
                                row.id(),
                                new LocalizedText(row.nameVi(), row.nameEn()),
                                row.price(),
                                status == ListingStatus.ON_SALE ? row.stock() : 0,
                                row.weight()))
                        .toList();
    }

    private record PictureRow(
            UUID id,
            String hash,
            List<Integer> widths,
            int width,
            int height,
            String altVi,
            String altEn,
            @Nullable String preview) {}

    private List<LocalizedPicture> pictures(@Nullable String rows) {
        return rows == null
                ? List.of()
                : Arrays.stream(json.readValue(rows, PictureRow[].class))
                        .map(row -> new LocalizedPicture(
                                row.id(),
                                row.hash(),
                                row.widths(),
                                row.width(),
                                row.height(),
                                new LocalizedText(row.altVi(), row.altEn()),
                                row.preview()))
                        .toList();
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
