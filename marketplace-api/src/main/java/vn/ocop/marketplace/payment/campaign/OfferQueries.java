package vn.ocop.marketplace.payment.campaign;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.listing.PriceHistory;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** What the public reads: programmes and their offers, from before they begin until long after their end. */
@Service
public class OfferQueries {

    private final DatabaseClient database;
    private final OfferRows rows;
    private final ActiveOffers active;
    private final VariantCatalogue catalogue;
    private final PriceHistory history;
    private final Categories categories;
    private final Clock clock;

    OfferQueries(
            DatabaseClient database,
            OfferRows rows,
            ActiveOffers active,
            VariantCatalogue catalogue,
            PriceHistory history,
            Categories categories,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.active = active;
        this.catalogue = catalogue;
        this.history = history;
        this.categories = categories;
        this.clock = clock;
    }

    /** A programme as anyone may see it. */
    public record Programme(
            UUID id,
            String code,
            LocalizedText name,
            LocalizedText theme,
            String ownerKind,
            String ownerScope,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable String decisionNo,
            @Nullable String decidedBy,
            Instant publishedAt) {}

    /** What an offer makes of one variant. */
    public record Price(SellableVariant variant, Vnd before, Vnd now, Vnd lowest) {}

    /**
     * An offer beside what it makes of the goods it names.
     *
     * @param barred categories that may not be promoted, whatever an offer takes in
     * @param piecesLeft of a limited offer, as it was a moment ago
     */
    public record Published(
            Offer offer,
            Standing standing,
            List<Price> prices,
            Set<String> barred,
            @Nullable Long piecesLeft,
            @Nullable Long budgetLeft) {}

    /** How an offer stands. */
    public enum Standing {
        UPCOMING,
        RUNNING,
        BETWEEN_HOURS,
        PAUSED,
        ENDED
    }

    /** Which offers; what is null does not narrow. */
    public record Wanted(
            @Nullable String programme,
            @Nullable String province,
            Offer.Audience.@Nullable People audience,
            Offer.@Nullable Kind kind,
            @Nullable UUID listing,
            boolean withEnded) {}

    public Flux<Programme> programmes() {
        return database.sql("""
                select id, code, name_vi, name_en, theme_vi, theme_en, owner_kind, owner_scope, starts_at, ends_at, peak_from,
                       peak_to, decision_no, decided_by, published_at
                  from campaign.programmes
                 where published_at is not null
                   and status <> 'DRAFT'
                 order by starts_at desc, id
                 limit 50
                """).map(OfferQueries::readProgramme).all();
    }

    public Mono<Programme> programme(String code) {
        return programmes()
                .filter(programme -> programme.code().equals(code))
                .next()
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)));
    }

    private static Programme readProgramme(Readable row) {
        return new Programme(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "code", String.class),
                OfferRows.words(row, "name"),
                OfferRows.words(row, "theme"),
                Rows.get(row, "owner_kind", String.class),
                Rows.get(row, "owner_scope", String.class),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                row.get("peak_from", Instant.class),
                row.get("peak_to", Instant.class),
                row.get("decision_no", String.class),
                row.get("decided_by", String.class),
                Rows.get(row, "published_at", Instant.class));
    }

    private record Row(
            Offer offer,
            boolean paused,
            @Nullable Long piecesLeft,
            @Nullable Long budgetLeft) {}

    /** In the order in which they begin. */
    public Mono<Page<Published>> offers(Wanted wanted, @Nullable String after, int limit) {
        var cursor = after == null ? null : Cursor.decode(after);
        return find(wanted, cursor, limit + 1)
                .collectList()
                .map(found -> Page.of(found, limit, row -> cursor(row.offer())))
                .flatMap(page -> priced(page.items()).map(items -> new Page<>(items, page.next())));
    }

    private static String cursor(Offer last) {
        return new Cursor(last.window().startsAt(), last.id()).encode();
    }

    public Mono<Published> offer(String code) {
        return one(code)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CampaignProblem.NOT_FOUND)))
                .flatMap(row -> priced(List.of(row)))
                .map(List::getFirst);
    }

    private Mono<Row> one(String code) {
        return database.sql("select " + OfferRows.COLUMNS + LEFT + OfferRows.FROM + LEFT_JOIN + """
                 where o.published_at is not null
                   and o.code = :code
                   and p.status <> 'DRAFT'
                """)
                .bind("code", code)
                .map(this::row)
                .one();
    }

    private static final String LEFT = ", o.status <> 'APPROVED' or c.status <> 'OPEN' or p.status <> 'OPEN' as paused,"
            + " x.pieces_left, x.budget_left ";

    private static final String LEFT_JOIN = """
             left join lateral (
                  select sum(t.pieces_left)::bigint as pieces_left, sum(t.budget_left)::bigint as budget_left
                    from campaign.pots t
                   where t.offer_id = o.id) x on o.total_count is not null or o.budget is not null
            """;

    private Flux<Row> find(Wanted wanted, @Nullable Cursor after, int limit) {
        return database.sql("select " + OfferRows.COLUMNS + LEFT + OfferRows.FROM + LEFT_JOIN + """
                 where o.published_at is not null
                   and o.status in ('APPROVED', 'PAUSED')
                   and p.status <> 'DRAFT'
                   and (:ended or least(o.ends_at, p.ends_at) > :now)
                   and (:programme::text is null or p.code = :programme)
                   and (:audience::text is null or o.audience in (:audience, 'ALL'))
                   and (:kind::text is null or o.kind = :kind)
                   and (:listing::uuid is null or :listing = any(o.listings))
                   and (:province::text is null or :province = any(o.provinces) or :province = any(o.to_provinces)
                        or c.owner_kind = 'PROVINCE' and c.owner_scope = :province
                        or exists (select from shop.published_shops s where s.id = o.shop_id and s.province_code = :province))
                   and (:at::timestamptz is null or (greatest(o.starts_at, p.starts_at), o.id) > (:at, :id))
                 order by greatest(o.starts_at, p.starts_at), o.id
                 limit :limit
                """)
                .bind("ended", wanted.withEnded())
                .bind("now", clock.instant())
                .bind("limit", limit)
                .bind("programme", orNull(wanted.programme(), String.class))
                .bind("province", orNull(wanted.province(), String.class))
                .bind("audience", orNull(wanted.audience(), Enum::name, String.class))
                .bind("kind", orNull(wanted.kind(), Enum::name, String.class))
                .bind("listing", orNull(wanted.listing(), UUID.class))
                .bind("at", orNull(after, Cursor::at, Instant.class))
                .bind("id", orNull(after, Cursor::id, UUID.class))
                .map(this::row)
                .all();
    }

    private Row row(Readable row) {
        return new Row(
                rows.offer(row),
                Rows.get(row, "paused", Boolean.class),
                row.get("pieces_left", Long.class),
                row.get("budget_left", Long.class));
    }

    private Mono<List<Published>> priced(List<Row> found) {
        var listings = found.stream()
                .flatMap(row -> row.offer().target().listings().stream())
                .collect(Collectors.toSet());
        return Mono.zip(catalogue.ofListings(listings).collectList(), active.snapshot())
                .flatMap(read -> lowest(read.getT1())
                        .map(lowest -> published(
                                found, read.getT1(), lowest, read.getT2().barred())));
    }

    private Mono<Map<UUID, Long>> lowest(Collection<SellableVariant> variants) {
        var ids = variants.stream().map(SellableVariant::variantId).toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : history.lowestSince(ids, clock.instant().minus(PriceHistory.REFERENCE_PERIOD));
    }

    private List<Published> published(
            List<Row> found, List<SellableVariant> variants, Map<UUID, Long> lowest, Set<String> barred) {
        var now = clock.instant();
        return found.stream()
                .map(row -> new Published(
                        row.offer(),
                        standing(row, now),
                        variants.stream()
                                .filter(variant ->
                                        row.offer().target().listings().contains(variant.listingId()))
                                .map(variant -> price(row.offer(), variant, lowest))
                                .toList(),
                        barred,
                        row.piecesLeft(),
                        row.budgetLeft()))
                .toList();
    }

    private static Price price(Offer offer, SellableVariant variant, Map<UUID, Long> lowest) {
        var before = Vnd.of(variant.price());
        return new Price(
                variant,
                before,
                before.minus(Vnd.of(Work.offPiece(offer, variant.price()))),
                Vnd.of(lowest.getOrDefault(variant.variantId(), variant.price())));
    }

    private static Standing standing(Row row, Instant now) {
        var window = row.offer().window();
        if (!now.isBefore(window.endsAt())) {
            return Standing.ENDED;
        }
        if (row.paused()) {
            return Standing.PAUSED;
        }
        if (now.isBefore(window.startsAt())) {
            return Standing.UPCOMING;
        }
        return window.contains(now) ? Standing.RUNNING : Standing.BETWEEN_HOURS;
    }

    /** What offers make of a listing for anybody, piece by piece, and which others there are. */
    public Mono<Shown> ofListing(UUID listing) {
        return Mono.zip(
                catalogue.ofListings(List.of(listing)).collectList(),
                active.snapshot(),
                (variants, snapshot) -> shown(variants, snapshot));
    }

    /** By variant: what one piece costs, and the offers that could count. */
    public record Shown(List<Price> prices, Priced priced) {}

    private Shown shown(List<SellableVariant> variants, ActiveOffers.Snapshot snapshot) {
        var now = clock.instant();
        var lines = variants.stream().map(variant -> line(variant, 1)).toList();
        var priced = Pricing.price(
                new Basket(lines, List.of()).lawful(snapshot.barred()),
                Shopper.ANYONE,
                snapshot.running(now),
                snapshot.left(),
                now);
        var items = new Priced(
                priced.lines(),
                priced.deliveries(),
                priced.applied().stream()
                        .filter(one -> one.offer().layer() == Offer.Layer.ITEM)
                        .toList(),
                priced.notApplied());
        return new Shown(
                variants.stream()
                        .map(variant -> new Price(
                                variant,
                                Vnd.of(variant.price()),
                                Vnd.of(variant.price()).minus(ofItem(items, variant.variantId())),
                                Vnd.of(variant.price())))
                        .toList(),
                items);
    }

    private static Vnd ofItem(Priced priced, UUID variant) {
        var items = priced.applied().stream().map(one -> one.offer().id()).collect(Collectors.toSet());
        return Vnd.sum(priced.ofLine(variant).stream()
                .filter(discount -> items.contains(discount.offer()))
                .map(Discount::amount)
                .toList());
    }

    Basket.Line line(SellableVariant variant, int quantity) {
        return new Basket.Line(
                variant.variantId(),
                variant.listingId(),
                variant.shopId(),
                variant.pickupProvinceCode(),
                categories.path(variant.categoryCode()).stream()
                        .map(Category::code)
                        .toList(),
                variant.stars(),
                Vnd.of(variant.price()),
                quantity);
    }
}
