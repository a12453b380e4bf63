package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.Shop;

/** Writes listings. Every write tells the index in the same statement. */
@Repository
class ListingRepository {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    ListingRepository(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A listing as its editor needs it. */
    record Edited(
            UUID id,
            UUID shopId,
            String slug,
            ListingStatus status,
            long revision,
            LocalizedText title,
            String categoryCode) {}

    /**
     * Puts the listing on sale at the shop's own place, with its variants, their first prices and the index's change.
     */
    Mono<SavedListing> insert(ListingDraft draft, Shop shop, String slug, String folded) {
        var choices = draft.variants();
        return database.sql("""
                with created as (
                    insert into listing.listings (shop_id, slug, title_vi, title_en, description_vi, description_en,
                                                  category_code, commune_code, province_code, status, attributes, folded,
                                                  demo, published_at, created_at, updated_at)
                    values (:shop, :slug, :titleVi, :titleEn, :descriptionVi, :descriptionEn, :category, :commune,
                            :province, 'ON_SALE', :attributes::jsonb, :folded, :demo, :now, :now, :now)
                    returning id, slug, revision, status
                ), choices as (
                    insert into listing.variants (listing_id, name_vi, price, stock, weight_grams, position)
                    select l.id, c.name, c.price, c.stock, c.weight_grams, c.position - 1
                      from created l,
                           unnest(:names::text[], :prices::bigint[], :stocks::integer[], :weights::integer[])
                               with ordinality as c (name, price, stock, weight_grams, position)
                    returning id, price
                ), priced as (
                    insert into listing.price_history (variant_id, price, since)
                    select id, price, :now from choices
                ), announced as (
                    insert into listing.index_changes (listing_id, created_at)
                    select id, :now from created
                )
                select id, slug, revision, status from created
                """)
                .bind("shop", draft.shopId())
                .bind("slug", slug)
                .bind("titleVi", draft.title().vi())
                .bind("titleEn", draft.title().en())
                .bind("descriptionVi", draft.description().vi())
                .bind("descriptionEn", draft.description().en())
                .bind("category", draft.categoryCode())
                .bind("commune", shop.communeCode())
                .bind("province", shop.provinceCode())
                .bind("attributes", json.writeValueAsString(draft.attributes()))
                .bind("folded", folded)
                .bind("demo", shop.demo())
                .bind("now", clock.instant())
                .bind("names", choices.stream().map(ListingDraft.Choice::name).toArray(String[]::new))
                .bind("prices", choices.stream().map(ListingDraft.Choice::price).toArray(Long[]::new))
                .bind("stocks", choices.stream().map(ListingDraft.Choice::stock).toArray(Integer[]::new))
                .bind(
                        "weights",
                        choices.stream().map(ListingDraft.Choice::weightGrams).toArray(Integer[]::new))
                .map(ListingRepository::saved)
                .one();
    }

    Mono<Edited> find(UUID id) {
        return database.sql("""
                select id, shop_id, slug, status, revision, title_vi, title_en, category_code
                  from listing.listings
                 where id = :id
                """)
                .bind("id", id)
                .map(row -> new Edited(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "shop_id", UUID.class),
                        Rows.get(row, "slug", String.class),
                        ListingStatus.valueOf(Rows.get(row, "status", String.class)),
                        Rows.get(row, "revision", Long.class),
                        new LocalizedText(
                                Rows.get(row, "title_vi", String.class), Rows.get(row, "title_en", String.class)),
                        Rows.get(row, "category_code", String.class)))
                .one();
    }

    /** Buyers lock variants before listings; an editor must do the same. */
    Mono<Set<UUID>> lockVariants(UUID listingId) {
        return database.sql("""
                select id
                  from listing.variants
                 where listing_id = :listing
                 order by id
                   for no key update
                """)
                .bind("listing", listingId)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Empty if the listing has moved on from the revision. */
    Mono<SavedListing> update(Edited before, ListingChange change, @Nullable String folded) {
        var status = change.status();
        return database.sql("""
                with revised as (
                    update listing.listings
                       set title_vi = coalesce(:titleVi, title_vi),
                           title_en = coalesce(:titleEn, title_en),
                           description_vi = coalesce(:description, description_vi),
                           folded = coalesce(:folded, folded),
                           status = coalesce(:status, status),
                           published_at = case when :status::text = 'ON_SALE' then coalesce(published_at, :now)
                                               else published_at end,
                           revision = nextval('listing.revisions'),
                           updated_at = :now
                     where id = :id
                       and revision = :revision
                    returning id, slug, revision, status
                ), announced as (
                    insert into listing.index_changes (listing_id, created_at)
                    select id, :now from revised
                )
                select id, slug, revision, status from revised
                """)
                .bind("titleVi", Parameter.fromOrEmpty(change.title(), String.class))
                .bind("titleEn", Parameter.fromOrEmpty(change.titleEn(), String.class))
                .bind("description", Parameter.fromOrEmpty(change.description(), String.class))
                .bind("folded", Parameter.fromOrEmpty(folded, String.class))
                .bind("status", Parameter.fromOrEmpty(status == null ? null : status.name(), String.class))
                .bind("now", clock.instant())
                .bind("id", before.id())
                .bind("revision", before.revision())
                .map(ListingRepository::saved)
                .one();
    }

    /** New prices and stocks; a price that really changed is remembered. The rows are locked already. */
    Mono<Void> updateVariants(List<ListingChange.VariantChange> changes) {
        return database.sql("""
                with wanted as (
                    select w.id, w.price, w.stock, v.price as price_before
                      from unnest(:ids::uuid[], :prices::bigint[], :stocks::integer[]) as w (id, price, stock)
                      join listing.variants v on v.id = w.id
                ), changed as (
                    update listing.variants v
                       set price = coalesce(w.price, v.price), stock = coalesce(w.stock, v.stock)
                      from wanted w
                     where v.id = w.id
                    returning v.id, v.price, w.price_before
                )
                insert into listing.price_history (variant_id, price, since)
                select id, price, :now from changed where price <> price_before
                """)
                .bind(
                        "ids",
                        changes.stream().map(ListingChange.VariantChange::id).toArray(UUID[]::new))
                .bind(
                        "prices",
                        changes.stream().map(ListingChange.VariantChange::price).toArray(Long[]::new))
                .bind(
                        "stocks",
                        changes.stream().map(ListingChange.VariantChange::stock).toArray(Integer[]::new))
                .bind("now", clock.instant())
                .then();
    }

    private static SavedListing saved(Readable row) {
        return new SavedListing(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "slug", String.class),
                Rows.get(row, "revision", Long.class),
                ListingStatus.valueOf(Rows.get(row, "status", String.class)));
    }
}
