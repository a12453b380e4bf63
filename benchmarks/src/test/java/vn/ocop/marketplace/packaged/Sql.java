package vn.ocop.marketplace.packaged;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks into the stack's database from outside. */
public record Sql(int port) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/marketplace", "postgres", "postgres");
    }

    public long number(String query, Object... parameters) {
        return Long.parseLong(texts(query, parameters).getFirst());
    }

    /** The first column of every row, as text. */
    public List<String> texts(String query, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var values = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public List<UUID> ids(String query, Object... parameters) {
        return texts(query, parameters).stream().map(UUID::fromString).toList();
    }

    public int change(String statement, Object... parameters) {
        try (var connection = connect();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
