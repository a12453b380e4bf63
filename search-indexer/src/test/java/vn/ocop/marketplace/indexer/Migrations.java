package vn.ocop.marketplace.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ocop.marketplace.local.Database;

/** Gives a database the API's schema; the indexer itself never changes it. */
final class Migrations {

    private static final Path FOLDERS = Path.of("../marketplace-api/src/main/resources/db/migration");
    private static final List<String> MODULES =
            List.of("__root", "platform", "account", "territory", "media", "shop", "catalog", "listing");

    private Migrations() {}

    /** Of every module, as seeding needs them. */
    static void applyAll(Database database) {
        apply(
                database,
                Stream.concat(MODULES.stream(), Stream.of("shipment", "payment", "checkout", "order"))
                        .toList());
    }

    static void apply(Database database) {
        apply(database, MODULES);
    }

    private static void apply(Database database, List<String> modules) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            for (var module : modules) {
                try (var files = Files.list(FOLDERS.resolve(module))) {
                    for (var file : files.filter(file -> file.toString().endsWith(".sql"))
                            .sorted(Comparator.comparingInt(Migrations::number))
                            .toList()) {
                        statement.execute(Files.readString(file));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ten comes after two. */
    private static int number(Path file) {
        var name = file.toFile().getName();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
