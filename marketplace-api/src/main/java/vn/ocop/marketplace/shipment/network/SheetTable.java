package vn.ocop.marketplace.shipment.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.sheet.Cells;
import vn.ocop.marketplace.sheet.SheetFile;
import vn.ocop.marketplace.sheet.SheetProblem;

/** The rows of a sheet by our columns; a heading is known by its words in any language, however it is written. */
final class SheetTable {

    private static final int MOST_ROWS = 20_000;

    private final Map<String, String> columnOf;
    private final int needed;
    private final List<Row> rows = new ArrayList<>();
    private Map<String, Integer> places = Map.of();

    /** @param headings the words of each column, in every language */
    SheetTable(Map<String, List<String>> headings) {
        columnOf = new HashMap<>();
        headings.forEach((column, words) -> words.forEach(word -> columnOf.put(Cells.plain(word), column)));
        needed = headings.size();
    }

    /** One row. */
    record Row(int number, Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    void accept(SheetFile.Line line) {
        if (rows.size() >= MOST_ROWS) {
            throw new ProblemException(SheetProblem.TOO_MANY_ROWS, MOST_ROWS);
        }
        if (places.isEmpty()) {
            places = heading(line.cells());
        } else {
            var cells = new HashMap<String, String>();
            places.forEach((column, place) -> {
                if (place < line.cells().size()) {
                    cells.put(column, line.cells().get(place).strip());
                }
            });
            rows.add(new Row(line.number(), cells));
        }
    }

    List<Row> rows() {
        if (places.size() < needed) {
            throw new ProblemException(NetworkProblem.SHEET_COLUMNS);
        }
        return List.copyOf(rows);
    }

    private Map<String, Integer> heading(List<String> cells) {
        var found = new HashMap<String, Integer>();
        for (int i = 0; i < cells.size(); i++) {
            var column = columnOf.get(Cells.plain(cells.get(i)));
            if (column != null) {
                found.putIfAbsent(column, i);
            }
        }
        return found;
    }
}
