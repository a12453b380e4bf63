package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ocop.marketplace.local.Progress;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Generated listings for trying the marketplace at size: real words, made-up makers, every province. */
final class BulkListings {

    private static final int LISTINGS_PER_SHOP = 50;
    private static final List<String> KINDS = List.of("COOPERATIVE", "COOPERATIVE", "HOUSEHOLD", "COMPANY");
    private static final Map<String, String> NAMES = Map.of(
            "COOPERATIVE", "Hợp tác xã Nông nghiệp", "HOUSEHOLD", "Hộ kinh doanh", "COMPANY", "Công ty TNHH Đặc sản");
    private static final List<String> BRANDS = List.of(
            "Tâm An",
            "Hương Quê",
            "Phúc Lộc",
            "Thiên Phú",
            "Minh Châu",
            "An Nhiên",
            "Đồng Xanh",
            "Suối Mơ",
            "Ngọc Lan",
            "Bình Minh",
            "Thu Hà",
            "Sơn Trà",
            "Trường Sơn",
            "Hải Âu",
            "Mộc Miên",
            "Tân Tiến",
            "Nhà Quê",
            "Lá Xanh",
            "Đất Lành",
            "Vườn Nhà",
            "Quê Mình",
            "Sông Thu",
            "Núi Thơm",
            "Gió Lào",
            "Hạt Ngọc",
            "Bếp Mẹ",
            "Cội Nguồn");

    private final Connection connection;
    private final Instant now;
    private final List<Goods> goods = Goods.all();

    BulkListings(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    int fillUpTo(int wanted) throws SQLException {
        var there =
                Seeding.count(connection, "select count(*) from listing.listings where demo and slug ~ '-g[0-9]+$'");
        if (there >= wanted) {
            return 0;
        }
        var started = System.nanoTime();
        Progress.say("scaling", wanted - there);
        var places = List.copyOf(Place.all(connection).values());
        var pool = pool();
        var dice = new Dice("bulk", now);
        var listings = new ListingRows(connection, dice, now);
        var shops = new ShopRows(connection, dice, now);
        var step = Progress.step("word.listings", wanted - there);
        for (int first = there; first < wanted; first += LISTINGS_PER_SHOP) {
            var maker = maker(first, places, dice);
            var stock = new ArrayList<Specialty>();
            for (int number = first; number < Math.min(wanted, first + LISTINGS_PER_SHOP); number++) {
                stock.add(specialty(number, maker, dice));
            }
            shops.add(maker, stock.subList(0, Math.min(3, stock.size())));
            for (var specialty : stock) {
                var pictures = pool.getOrDefault(specialty.category(), List.of());
                listings.add(
                        specialty, pictures.isEmpty() ? List.of() : List.of(shown(specialty, dice.pick(pictures))));
            }
            step.accept(first + stock.size() - there);
        }
        shops.send();
        listings.send();
        makeSearchable();
        analyze();
        Progress.say("scaled", wanted - there, Math.round((System.nanoTime() - started) / 1e9));
        return wanted - there;
    }

    private static PoolPicture shown(Specialty specialty, PoolPicture picture) {
        return new PoolPicture(picture.id(), specialty.titleVi(), specialty.titleEn());
    }

    private static Maker maker(int number, List<Place> places, Dice dice) {
        var kind = dice.pick(KINDS);
        var place = dice.pick(places);
        var name = NAMES.get(kind) + " " + dice.pick(BRANDS) + " " + place.name();
        return new Maker(dice.id(), VietnameseText.slug(name) + "-g" + number, name, kind, place);
    }

    private Specialty specialty(int number, Maker maker, Dice dice) {
        var chosen = dice.pick(goods);
        var form = dice.between(0, chosen.formsVi().size() - 1);
        var brand = dice.pick(BRANDS);
        var place = maker.place();
        var titleVi = "%s %s %s %s".formatted(chosen.nameVi(), chosen.formsVi().get(form), brand, place.name());
        var titleEn = "%s %s, %s"
                .formatted(place.name(), chosen.nameEn(), chosen.formsEn().get(form));
        var size = chosen.size();
        var price = Math.max(5000, size.price() * dice.between(70, 145) / 100 / 1000 * 1000);
        return new Specialty(
                dice.id(),
                VietnameseText.slug(titleVi) + "-g" + number,
                titleVi,
                titleEn,
                maker,
                place,
                chosen.setNo(),
                dice.oneIn(2) ? 3 : dice.oneIn(2) ? 4 : dice.oneIn(5) ? 5 : 0,
                new Size(size.nameVi(), size.nameEn(), size.weightGrams(), price),
                chosen.ingredientsVi(),
                chosen.ingredientsEn(),
                "%s %s của %s, làm tại %s. Mặt hàng mẫu, không bán thật."
                        .formatted(chosen.nameVi(), chosen.formsVi().get(form), maker.name(), place.full()));
    }

    /** The pictures of the real specialties, by product set. */
    private Map<String, List<PoolPicture>> pool() throws SQLException {
        var pool = new HashMap<String, List<PoolPicture>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select l.category_code, p.picture_id, p.alt_vi, p.alt_en
                          from listing.listing_pictures p
                          join listing.listings l on l.id = p.listing_id
                         where l.demo
                           and p.position = 0
                           and l.slug !~ '-g[0-9]+$'
                         order by l.slug
                        """)) {
            while (rows.next()) {
                pool.computeIfAbsent(rows.getString(1), category -> new ArrayList<>())
                        .add(new PoolPicture(rows.getObject(2, UUID.class), rows.getString(3), rows.getString(4)));
            }
        }
        return pool;
    }

    /** The indexer is not told of so many; the database's own search has to be. */
    private void makeSearchable() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    select listing.refresh_search_rows(piece)
                      from (select array_agg(id)
                              from (select id, row_number() over (order by id) / 5000 as number
                                      from listing.listings l
                                     where not exists (select 1 from listing.search_rows r where r.listing_id = l.id)) n
                             group by number) pieces (piece)
                    """);
        }
    }

    /** So many rows at once: the planner must not go on believing in a small table. */
    private void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "analyze shop.shops, listing.listings, listing.variants, listing.listing_pictures, listing.search_rows");
        }
    }
}
