package vn.ocop.marketplace.listing;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/** Opens the file of one listing for those who may edit or judge it. */
@Component
public class ListingFiles {

    private final ListingRepository listings;
    private final SaveListing saveListing;
    private final PriceHistory prices;
    private final ShopDirectory shops;
    private final Categories categories;
    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    ListingFiles(
            ListingRepository listings,
            SaveListing saveListing,
            PriceHistory prices,
            ShopDirectory shops,
            Categories categories,
            DatabaseClient database,
            JsonMapper json,
            Clock clock) {
        this.listings = listings;
        this.saveListing = saveListing;
        this.prices = prices;
        this.shops = shops;
        this.categories = categories;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    private record Opened(EditedListing listing, Shop shop) {}

    /** A listing's file and how complete it is. */
    public record Assessed(ListingFile file, Completeness completeness) {}

    private record Extras(
            @Nullable String refusal,
            Map<UUID, Picture> pictures,
            List<String> watchWords,
            List<ListingFile.Event> history) {}

    /** The file, for who works for the shop or for its province; to everyone else it is not there. */
    public Mono<Assessed> open(UUID shopId, UUID id, Caller reader) {
        return listings.find(id)
                .filter(listing -> listing.shopId().equals(shopId))
                .flatMap(listing -> shops.find(shopId).map(shop -> new Opened(listing, shop)))
                .filter(opened -> reader.may(Permission.SHOP_LISTINGS, shopId.toString())
                        || reader.may(
                                Permission.PROVINCE_LISTINGS, opened.shop().provinceCode()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ListingProblem.NOT_FOUND)))
                .flatMap(opened -> Mono.zip(
                        extras(opened.listing()),
                        lowest(opened.listing()),
                        (extras, lowest) -> file(opened, extras, lowest)));
    }

    private Mono<Map<UUID, Long>> lowest(EditedListing listing) {
        var variants = listing.variants().stream().map(EditedListing.Choice::id).toList();
        return prices.lowestSince(variants, clock.instant().minus(PriceHistory.REFERENCE_PERIOD));
    }

    private Mono<Extras> extras(EditedListing listing) {
        var wanted = listing.wanted() == null || listing.wanted().pictures() == null
                ? List.<ShownPicture>of()
                : listing.wanted().pictures();
        var pictures = Stream.concat(listing.pictures().stream(), wanted.stream())
                .map(ShownPicture::id)
                .distinct()
                .toArray(UUID[]::new);
        return database.sql("""
                select l.refusal,
                       (select json_agg(json_build_object('id', p.id, 'path', '/media/' || p.hash, 'widths', p.widths,
                                                          'width', p.width, 'height', p.height, 'alt', '',
                                                          'preview', p.preview))
                          from media.published_pictures p
                         where p.id = any(:pictures))::text as pictures,
                       (select json_agg(w.words order by w.words)
                          from listing.watch_words w
                         where w.valid_from <= :today
                           and (w.valid_to is null or w.valid_to > :today)
                           and strpos(lower(concat_ws(' ', l.title_vi, l.description_vi, l.attributes::text,
                                                      r.wanted ->> 'title')), w.words) > 0)::text as watch_words,
                       (select json_agg(json_build_object('at', d.at, 'kind', d.kind, 'fromStatus', d.from_status,
                                                          'toStatus', d.to_status, 'reason', d.reason)
                                        order by d.id desc)
                          from listing.decisions d
                         where d.listing_id = l.id)::text as history
                  from listing.listings l
                  left join listing.change_requests r on r.listing_id = l.id and r.status = 'OPEN'
                 where l.id = :id
                """)
                .bind("pictures", pictures)
                .bind("today", BusinessTime.today(clock))
                .bind("id", listing.id())
                .map(this::extras)
                .one();
    }

    private Extras extras(Readable row) {
        var pictures = new HashMap<UUID, Picture>();
        list(row.get("pictures", String.class), Picture[].class)
                .forEach(picture -> pictures.put(picture.id(), picture));
        return new Extras(
                row.get("refusal", String.class),
                pictures,
                list(row.get("watch_words", String.class), String[].class),
                list(row.get("history", String.class), ListingFile.Event[].class));
    }

    private <T> List<T> list(@Nullable String rows, Class<T[]> type) {
        return rows == null ? List.of() : Arrays.asList(json.readValue(rows, type));
    }

    private Assessed file(Opened opened, Extras extras, Map<UUID, Long> lowest) {
        var listing = opened.listing();
        var required = categories.requiredAttributes(listing.categoryCode(), BusinessTime.today(clock));
        var completeness = Completeness.of(listing, saveListing.isSet(listing.categoryCode()), required);
        var file = new ListingFile(
                listing.id(),
                listing.shopId(),
                opened.shop().name(),
                listing.slug(),
                listing.status(),
                listing.revision(),
                listing.title(),
                listing.description(),
                listing.categoryCode(),
                listing.attributes(),
                listing.certificateId(),
                shown(listing.pictures(), extras.pictures()),
                listing.variants().stream()
                        .map(choice -> choice(choice, lowest.get(choice.id())))
                        .toList(),
                extras.refusal(),
                required.stream().sorted().toList(),
                extras.watchWords(),
                listing.wanted() == null ? null : wanted(listing.wanted(), extras.pictures()),
                extras.history());
        return new Assessed(file, completeness);
    }

    private static ListingFile.Choice choice(EditedListing.Choice choice, @Nullable Long lowest) {
        return new ListingFile.Choice(
                choice.id(),
                choice.name(),
                choice.price(),
                choice.stock(),
                choice.weightGrams(),
                choice.size(),
                lowest);
    }

    private static ListingFile.Wanted wanted(RiskyChange wanted, Map<UUID, Picture> pictures) {
        return new ListingFile.Wanted(
                wanted.title(),
                wanted.titleEn(),
                wanted.categoryCode(),
                wanted.pictures() == null ? null : shown(wanted.pictures(), pictures),
                wanted.certificateId());
    }

    private static List<Picture> shown(List<ShownPicture> shown, Map<UUID, Picture> known) {
        return shown.stream()
                .filter(picture -> known.containsKey(picture.id()))
                .map(picture -> Objects.requireNonNull(known.get(picture.id()))
                        .described(Objects.requireNonNullElse(picture.alt(), "")))
                .toList();
    }
}
