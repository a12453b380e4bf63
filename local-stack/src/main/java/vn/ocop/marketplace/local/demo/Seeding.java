package vn.ocop.marketplace.local.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.Progress;

/** Stocks an empty marketplace, in one transaction: it is there whole or not at all. */
public final class Seeding {

    private final Database database;
    private final Path media;
    private final Clock clock;
    private final String secretsKey;

    /** Seals what the API keeps sealed with the given key. */
    public Seeding(Database database, Path media, Clock clock, String secretsKey) {
        this.secretsKey = secretsKey;
        this.database = database;
        this.media = media;
        this.clock = clock;
    }

    /** A key for those who never open what was sealed with it. */
    public static String throwawayKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The real specialties, if no demo shop is there yet. */
    public void fillIfEmpty() {
        fillIfEmpty(true);
    }

    /** The same without drawing pictures, which takes most of the time and says nothing to a test of words. */
    public void fillWithoutPicturesIfEmpty() {
        fillIfEmpty(false);
    }

    private void fillIfEmpty(boolean pictures) {
        inTransaction(connection -> {
            if (count(connection, "select count(*) from shop.shops where demo") == 0) {
                Progress.say("seeding");
                fill(connection, clock.instant(), pictures);
            }
            return 0;
        });
    }

    private void fill(Connection connection, Instant now, boolean pictures) throws SQLException {
        var dice = new Dice("demo", now);
        var places = Place.all(connection);
        var makers = Maker.all(places, dice);
        var specialties = Specialty.all(makers, places, dice);
        PostOffices.load(connection);
        var byMaker = specialties.stream().collect(Collectors.groupingBy(Specialty::maker));
        var shops = new ShopRows(connection, dice, now);
        for (var maker : makers.values()) {
            shops.add(maker, byMaker.getOrDefault(maker, List.of()));
        }
        shops.send();
        var gallery = pictures ? Gallery.draw(specialties, media, connection, now) : new Gallery();
        var listings = new ListingRows(connection, dice, now);
        for (var specialty : specialties) {
            listings.add(specialty, gallery.of(specialty));
        }
        listings.send();
        DemoPeople.load(connection, makers, dice, now, secretsKey);
        Newcomers.load(connection, now, secretsKey);
        DemoCampaigns.load(connection);
        announce(connection, now);
        Progress.say("seeded", specialties.size(), makers.size());
    }

    /** Tells the indexer. */
    private static void announce(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into listing.index_changes (listing_id, created_at)
                select id, ?::timestamptz
                  from listing.listings
                """)) {
            statement.setString(1, now.toString());
            statement.executeUpdate();
        }
    }

    /** Sees to it that there are so many generated listings; answers how many were added. */
    public int scaleTo(int wanted) {
        if (wanted == 0) {
            return 0;
        }
        return inTransaction(connection -> new BulkListings(connection, clock.instant()).fillUpTo(wanted));
    }

    static int count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private int inTransaction(Work work) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl())) {
            connection.setAutoCommit(false);
            var result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("The demo data could not be loaded: " + e.getMessage(), e);
        }
    }

    /** What is done in one transaction. */
    private interface Work {
        int run(Connection connection) throws SQLException;
    }
}
