package vn.ocop.marketplace.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import vn.ocop.marketplace.local.Database;

/** Gives a database the API's schema; the indexer itself never changes it. */
final class Migrations {

    private static final Path FOLDERS = Path.of("../marketplace-api/src/main/resources/db/migration");
    private static final List<String> MODULES =
            List.of("__root", "platform", "account", "territory", "media", "shop", "catalog", "listing");

    private Migrations() {}

    static void apply(Database database) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            for (var module : MODULES) {
                try (var files = Files.list(FOLDERS.resolve(module))) {
                    for (var file : files.sorted().toList()) {
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
}
