package vn.ocop.marketplace.local;

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

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + name;
    }
}
