package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.shop.ShopProblem;
import vn.ocop.marketplace.territory.TerritoryProblem;

/** Tables of listings for those who work on them: a shop's shelf, a province's queues. */
@Component
public class Shelves {

    private static final String ROWS = """
            select l.id, l.shop_id, s.name as shop_name, l.slug, l.status, l.title_vi, l.title_en, l.category_code,
                   l.revision, l.sold_count, l.refusal, r.id is not null as awaits_review,
                   coalesce(r.requested_at, case when l.status = 'IN_REVIEW' then l.submitted_at end, l.updated_at)
                       as since,
                   (select json_agg(json_build_object('id', v.id, 'nameVi', v.name_vi, 'nameEn', v.name_en,
                                                      'price', v.price, 'stock', v.stock, 'weight', v.weight_grams)
                                    order by v.position, v.id)
                      from listing.variants v
                     where v.listing_id = l.id
                       and v.removed_at is null)::text as variants,
                   (select json_build_object('id', p.id, 'path', '/media/' || p.hash, 'widths', p.widths,
                                             'width', p.width, 'height', p.height, 'alt', lp.alt_vi,
                                             'preview', p.preview)
                      from listing.listing_pictures lp
                      join media.published_pictures p on p.id = lp.picture_id
                     where lp.listing_id = l.id
                     order by lp.position
                     limit 1)::text as picture
              from listing.listings l
              join shop.published_shops s on s.id = l.shop_id
              left join listing.change_requests r on r.listing_id = l.id and r.status = 'OPEN'
            """;

    private static final String FILTER = """
               and (:statuses::text[] is null and l.status <> 'CLOSED' or l.status = any(:statuses))
               and (not :waiting or r.id is not null)
               and (not :low or l.status = 'ON_SALE'
                                and exists (select 1
                                              from listing.variants v
                                             where v.listing_id = l.id
                                               and v.active
                                               and v.stock <= :lowStock))
               and (:text::text is null or l.folded like '%' || :text || '%')
            """;

    private static final String SINCE =
            "coalesce(r.requested_at, case when l.status = 'IN_REVIEW' then l.submitted_at end, l.updated_at)";

    private final DatabaseClient database;
    private final JsonMapper json;

    Shelves(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A page of rows and how many there are in each state.
     *
     * @param counts by the name of a {@link ListingStatus}, with {@code LOW_STOCK} and {@code CHANGE_WAITING} beside
     */
    public record Shelf(Page<ShelfRow> page, Map<String, Long> counts) {}

    /** What a shop has, the last touched first. */
    public Mono<Shelf> ofShop(UUID shop, ShelfFilter filter, int limit, @Nullable String after, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
        var from = after == null ? null : Cursor.decode(after);
        var rows = database.sql(ROWS + " where l.shop_id = :shop" + FILTER
                        + " and (:at::timestamptz is null or (" + SINCE + ", l.id) < (:at, :after::uuid))"
                        + " order by since desc, l.id desc limit :rows")
                .bind("shop", shop);
        return Mono.zip(page(rows, filter, limit, from), counts("where l.shop_id = :scope", shop), Shelf::new);
    }

    /** What waits or stands in a province: who has waited longest comes first. */
    public Mono<Shelf> ofProvince(
            String province, ShelfFilter filter, int limit, @Nullable String after, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_LISTINGS, province, TerritoryProblem.PROVINCE_NOT_FOUND);
        var from = after == null ? null : Cursor.decode(after);
        var rows = database.sql(ROWS + " where s.province_code = :province" + FILTER
                        + " and (:at::timestamptz is null or (" + SINCE + ", l.id) > (:at, :after::uuid))"
                        + " order by since, l.id limit :rows")
                .bind("province", province);
        return Mono.zip(
                page(rows, filter, limit, from),
                counts("join shop.published_shops s on s.id = l.shop_id where s.province_code = :scope", province),
                Shelf::new);
    }

    private Mono<Page<ShelfRow>> page(
            DatabaseClient.GenericExecuteSpec rows, ShelfFilter filter, int limit, @Nullable Cursor after) {
        var statuses = filter.statuses().isEmpty()
                ? null
                : filter.statuses().stream().map(ListingStatus::name).toArray(String[]::new);
        var text = filter.text() == null || filter.text().isBlank()
                ? null
                : VietnameseText.fold(filter.text()).replaceAll("([%_\\\\])", "\\\\$1");
        return rows.bind("statuses", Parameter.fromOrEmpty(statuses, String[].class))
                .bind("waiting", filter.waiting())
                .bind("low", filter.lowStock())
                .bind("lowStock", ShelfFilter.LOW_STOCK)
                .bind("text", Parameter.fromOrEmpty(text, String.class))
                .bind("at", Parameter.fromOrEmpty(after == null ? null : after.at(), Instant.class))
                .bind("after", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("rows", limit + 1)
                .map(this::row)
                .all()
                .collectList()
                .map(found -> Page.of(found, limit, last -> new Cursor(last.since(), last.id()).encode()));
    }

    private Mono<Map<String, Long>> counts(String whose, Object scope) {
        return database.sql("""
                with mine as materialized (
                    select l.id, l.status from listing.listings l %s
                )
                select status as name, count(*) as listings from mine group by status
                union all
                select 'CHANGE_WAITING', count(*)
                  from listing.change_requests r
                  join mine m on m.id = r.listing_id
                 where r.status = 'OPEN'
                union all
                select 'LOW_STOCK', count(*)
                  from mine m
                 where m.status = 'ON_SALE'
                   and exists (select 1
                                 from listing.variants v
                                where v.listing_id = m.id
                                  and v.active
                                  and v.stock <= :low)
                """.formatted(whose))
                .bind("scope", scope)
                .bind("low", ShelfFilter.LOW_STOCK)
                .map(row -> Map.entry(Rows.get(row, "name", String.class), Rows.get(row, "listings", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }

    private ShelfRow row(Readable row) {
        return new ShelfRow(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                text(row, "shop_name"),
                text(row, "slug"),
                ListingStatus.valueOf(text(row, "status")),
                new LocalizedText(text(row, "title_vi"), text(row, "title_en")),
                text(row, "category_code"),
                Rows.get(row, "revision", Long.class),
                Rows.get(row, "sold_count", Long.class),
                row.get("refusal", String.class),
                Rows.get(row, "awaits_review", Boolean.class),
                Rows.get(row, "since", Instant.class),
                picture(row.get("picture", String.class)),
                choices(row.get("variants", String.class)));
    }

    private record ChoiceRow(UUID id, String nameVi, String nameEn, long price, int stock, int weight) {}

    private List<ShelfRow.Choice> choices(@Nullable String rows) {
        return rows == null
                ? List.of()
                : Arrays.stream(json.readValue(rows, ChoiceRow[].class))
                        .map(row -> new ShelfRow.Choice(
                                row.id(),
                                new LocalizedText(row.nameVi(), row.nameEn()),
                                row.price(),
                                row.stock(),
                                row.weight()))
                        .toList();
    }

    private @Nullable Picture picture(@Nullable String row) {
        return row == null ? null : json.readValue(row, Picture.class);
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
