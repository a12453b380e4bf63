package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shop.Shop;

/** Writes listings. Every write tells the index in the same statement. */
@Repository
class ListingRepository {

    private final DatabaseClient database;
    private final EditedListings rows;
    private final Clock clock;

    ListingRepository(DatabaseClient database, EditedListings rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** Who saves a listing and why, with what follows from its new text. */
    record Signature(UUID actor, String reason, String slug, String folded) {}

    /** An empty draft at the shop's own place. */
    Mono<UUID> insert(Shop shop, String slug) {
        return database.sql("""
                insert into listing.listings (shop_id, slug, title_vi, category_code, commune_code, province_code, status,
                                              demo, created_at, updated_at)
                values (:shop, :slug, '', '', :commune, :province, 'DRAFT', :demo, :now, :now)
                returning id
                """)
                .bind("shop", shop.id())
                .bind("slug", slug)
                .bind("commune", shop.communeCode())
                .bind("province", shop.provinceCode())
                .bind("demo", shop.demo())
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    Mono<EditedListing> find(UUID id) {
        return database.sql(EditedListings.SELECT + " where l.id = :id")
                .bind("id", id)
                .map(rows::listing)
                .one();
    }

    /** Buyers lock variants before listings; an editor must do the same. */
    Mono<Void> lockVariants(UUID listingId) {
        return database.sql("""
                select id
                  from listing.variants
                 where listing_id = :listing
                 order by id
                   for no key update
                """).bind("listing", listingId).fetch().all().then();
    }

    /** Empty if the listing has moved on from the revision that {@code before} carries. */
    Mono<SavedListing> save(EditedListing before, EditedListing after, Signature signature) {
        return database.sql("""
                with revised as (
                    update listing.listings
                       set title_vi = :titleVi,
                           title_en = :titleEn,
                           description_vi = :descriptionVi,
                           description_en = :descriptionEn,
                           category_code = :category,
                           attributes = :attributes::jsonb,
                           certificate_id = :certificate,
                           slug = :slug,
                           folded = :folded,
                           status = :status,
                           published_at = case when :status = 'ON_SALE' then coalesce(published_at, :now)
                                               else published_at end,
                           submitted_at = case when :status = 'IN_REVIEW' and status <> 'IN_REVIEW' then :now
                                               else submitted_at end,
                           refusal = case when :status <> 'REFUSED' then null
                                          when status <> 'REFUSED' then :reason
                                          else refusal end,
                           revision = nextval('listing.revisions'),
                           updated_at = :now
                     where id = :id
                       and revision = :revision
                    returning id, slug, revision, status
                ), announced as (
                    insert into listing.index_changes (listing_id, created_at)
                    select id, :now from revised
                ), remembered as (
                    insert into listing.decisions (listing_id, at, actor_id, kind, from_status, to_status, reason)
                    select id, :now, :actor, 'STATUS', :before, status, :reason from revised where status <> :before
                )
                select id, slug, revision, status from revised
                """)
                .bind("titleVi", after.title().vi())
                .bind("titleEn", after.title().en())
                .bind("descriptionVi", after.description().vi())
                .bind("descriptionEn", after.description().en())
                .bind("category", after.categoryCode())
                .bind("attributes", rows.attributes(after))
                .bind("certificate", Parameter.fromOrEmpty(after.certificateId(), UUID.class))
                .bind("slug", signature.slug())
                .bind("folded", signature.folded())
                .bind("status", after.status().name())
                .bind("before", before.status().name())
                .bind("reason", signature.reason())
                .bind("actor", signature.actor())
                .bind("now", clock.instant())
                .bind("id", before.id())
                .bind("revision", before.revision())
                .map(ListingRepository::saved)
                .one();
    }

    /**
     * New words, prices and stocks of known variants; what really changed is remembered. The rows are locked already.
     */
    Mono<Void> updateVariants(List<ListingChange.VariantChange> changes, UUID actor) {
        return variants(changes, """
                with wanted as (
                    select w.*, v.price as price_before, v.stock as stock_before
                      from unnest(:ids::uuid[], :names::text[], :namesEn::text[], :prices::bigint[], :stocks::integer[],
                                  :weights::integer[], :lengths::integer[], :widths::integer[], :heights::integer[],
                                  :removed::boolean[])
                           as w (id, name_vi, name_en, price, stock, weight_grams, length_mm, width_mm, height_mm, removed)
                      join listing.variants v on v.id = w.id
                ), changed as (
                    update listing.variants v
                       set name_vi = coalesce(w.name_vi, v.name_vi),
                           name_en = coalesce(w.name_en, v.name_en),
                           price = coalesce(w.price, v.price),
                           stock = coalesce(w.stock, v.stock),
                           weight_grams = coalesce(w.weight_grams, v.weight_grams),
                           length_mm = coalesce(w.length_mm, v.length_mm),
                           width_mm = coalesce(w.width_mm, v.width_mm),
                           height_mm = coalesce(w.height_mm, v.height_mm),
                           removed_at = case when w.removed then :now else v.removed_at end,
                           active = coalesce(w.price, v.price) > 0 and coalesce(w.weight_grams, v.weight_grams) > 0
                                    and not coalesce(w.removed, false) and v.removed_at is null
                      from wanted w
                     where v.id = w.id
                    returning v.id, v.price, v.stock, w.price_before, w.stock_before
                ), priced as (
                    insert into listing.price_history (variant_id, price, since)
                    select id, price, :now from changed where price <> price_before
                    on conflict (variant_id, since) do update set price = excluded.price
                )
                insert into listing.stock_movements (variant_id, at, kind, quantity, stock_after, actor_id)
                select id, :now, 'COUNTED', stock - stock_before, stock, :actor from changed where stock <> stock_before
                """, actor)
                .bind(
                        "ids",
                        changes.stream().map(ListingChange.VariantChange::id).toArray(UUID[]::new))
                .bind(
                        "removed",
                        changes.stream()
                                .map(ListingChange.VariantChange::removed)
                                .toArray(Boolean[]::new))
                .then();
    }

    /** New choices, shown after the others. */
    Mono<Void> insertVariants(UUID listing, List<ListingChange.VariantChange> added, UUID actor) {
        return variants(added, """
                with created as (
                    insert into listing.variants (listing_id, name_vi, name_en, price, stock, weight_grams, length_mm,
                                                  width_mm, height_mm, position, active)
                    select :listing, coalesce(w.name_vi, ''), coalesce(w.name_en, ''), coalesce(w.price, 0),
                           coalesce(w.stock, 0), coalesce(w.weight_grams, 0), w.length_mm, w.width_mm, w.height_mm,
                           w.position + coalesce((select max(position) from listing.variants where listing_id = :listing),
                                                 -1),
                           coalesce(w.price, 0) > 0 and coalesce(w.weight_grams, 0) > 0
                      from unnest(:names::text[], :namesEn::text[], :prices::bigint[], :stocks::integer[],
                                  :weights::integer[], :lengths::integer[], :widths::integer[], :heights::integer[])
                           with ordinality
                           as w (name_vi, name_en, price, stock, weight_grams, length_mm, width_mm, height_mm, position)
                    returning id, price, stock
                ), priced as (
                    insert into listing.price_history (variant_id, price, since)
                    select id, price, :now from created where price > 0
                )
                insert into listing.stock_movements (variant_id, at, kind, quantity, stock_after, actor_id)
                select id, :now, 'OPENING', stock, stock, :actor from created where stock > 0
                """, actor).bind("listing", listing).then();
    }

    private DatabaseClient.GenericExecuteSpec variants(
            List<ListingChange.VariantChange> changes, String statement, UUID actor) {
        return database.sql(statement)
                .bind("names", texts(changes, ListingChange.VariantChange::name))
                .bind("namesEn", texts(changes, ListingChange.VariantChange::nameEn))
                .bind(
                        "prices",
                        changes.stream().map(ListingChange.VariantChange::price).toArray(Long[]::new))
                .bind("stocks", numbers(changes, ListingChange.VariantChange::stock))
                .bind("weights", numbers(changes, ListingChange.VariantChange::weightGrams))
                .bind("lengths", sizes(changes, ListingChange.Size::lengthMm))
                .bind("widths", sizes(changes, ListingChange.Size::widthMm))
                .bind("heights", sizes(changes, ListingChange.Size::heightMm))
                .bind("actor", actor)
                .bind("now", clock.instant());
    }

    private static String[] texts(
            List<ListingChange.VariantChange> changes, Function<ListingChange.VariantChange, @Nullable String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    private static Integer[] numbers(
            List<ListingChange.VariantChange> changes,
            Function<ListingChange.VariantChange, @Nullable Integer> number) {
        return changes.stream().map(number).toArray(Integer[]::new);
    }

    private static Integer[] sizes(
            List<ListingChange.VariantChange> changes, Function<ListingChange.Size, Integer> side) {
        return numbers(changes, change -> change.size() == null ? null : side.apply(change.size()));
    }

    /** Shows exactly these, in this order. */
    Mono<Void> replacePictures(UUID listing, List<ShownPicture> pictures) {
        var remove = database.sql("delete from listing.listing_pictures where listing_id = :listing")
                .bind("listing", listing)
                .then();
        var insert = database.sql("""
                insert into listing.listing_pictures (listing_id, position, picture_id, alt_vi, alt_en)
                select :listing, p.position - 1, p.id, p.alt_vi, p.alt_en
                  from unnest(:ids::uuid[], :alts::text[], :altsEn::text[]) with ordinality
                       as p (id, alt_vi, alt_en, position)
                """)
                .bind("listing", listing)
                .bind("ids", pictures.stream().map(ShownPicture::id).toArray(UUID[]::new))
                .bind("alts", alts(pictures, ShownPicture::alt))
                .bind("altsEn", alts(pictures, ShownPicture::altEn))
                .then();
        return remove.then(insert);
    }

    private static String[] alts(List<ShownPicture> pictures, Function<ShownPicture, @Nullable String> alt) {
        return pictures.stream()
                .map(picture -> Objects.requireNonNullElse(alt.apply(picture), ""))
                .toArray(String[]::new);
    }

    /** Those of the pictures that can be shown. */
    Mono<Set<UUID>> knownPictures(Collection<UUID> ids) {
        return database.sql("select id from media.published_pictures where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** The rule in force on a day. */
    Mono<ModerationRule> moderationRule(LocalDate day) {
        return database.sql("""
                select new_for_days, new_until_listed
                  from listing.moderation_rules
                 where valid_from <= :day
                 order by valid_from desc
                 limit 1
                """)
                .bind("day", day)
                .map(row -> new ModerationRule(
                        Rows.get(row, "new_for_days", Integer.class), Rows.get(row, "new_until_listed", Integer.class)))
                .one();
    }

    private static SavedListing saved(Readable row) {
        return new SavedListing(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "slug", String.class),
                Rows.get(row, "revision", Long.class),
                ListingStatus.valueOf(Rows.get(row, "status", String.class)),
                false);
    }
}
