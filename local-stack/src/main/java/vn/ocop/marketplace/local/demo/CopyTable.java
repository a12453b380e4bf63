package vn.ocop.marketplace.local.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one table by COPY, sent in large pieces. */
final class CopyTable {

    private static final int PIECE = 1 << 20;

    private final Connection connection;
    private final String statement;
    private final StringBuilder rows = new StringBuilder();

    CopyTable(Connection connection, String table, String columns) {
        this.connection = connection;
        this.statement = "copy " + table + " (" + columns + ") from stdin";
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
    }

    boolean isFull() {
        return rows.length() > PIECE;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    void send() throws SQLException {
        if (!rows.isEmpty()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
            rows.setLength(0);
        }
    }
}
