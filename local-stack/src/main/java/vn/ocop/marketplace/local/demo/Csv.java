package vn.ocop.marketplace.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the demo tables of this package (RFC 4180, first line names the columns). */
final class Csv {

    private Csv() {}

    static List<Row> read(String resource) {
        try (var source = Csv.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return parse(new String(source.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> parse(String text) {
        var lines = text.split("\n");
        var header = cells(lines[0]);
        var rows = new ArrayList<Row>();
        for (int line = 1; line < lines.length; line++) {
            var cells = cells(lines[line]);
            var row = new HashMap<String, String>();
            for (int column = 0; column < header.size(); column++) {
                row.put(header.get(column), cells.get(column));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** One line, by the names of its columns. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("No column " + column);
            }
            return cell;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }
    }
}
