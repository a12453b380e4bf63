package vn.ocop.marketplace.local;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Where one database of the local PostgreSQL is reached; it trusts every local connection. */
public record Database(int port, String name) {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    /** In the form the applications read from {@code DATABASE_URL}. */
    public String databaseUrl() {
        return "127.0.0.1:" + port + "/" + name;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=" + USER + "&password=" + PASSWORD;
    }

    void createIfMissing() {
        try (var connection = DriverManager.getConnection(new Database(port, "postgres").jdbcUrl());
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + name;
    }
}
