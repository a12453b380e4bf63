package vn.ocop.marketplace.web.selling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sheet that was sent, as the API tells of it. */
public record SheetImport(
        String id,
        String kind,
        String fileName,
        State state,
        int totalRows,
        int doneRows,
        List<String> headings,
        List<Column> columns,
        Map<String, Integer> mapping,
        Map<String, Long> outcomes,
        List<List<String>> sample,
        Instant createdAt) {

    /** How far it has got. */
    public enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One of the columns a sheet may have. */
    public record Column(String code, String heading, boolean needed) {}

    /** A row with what became of it. */
    public record Row(int number, String outcome, List<String> cells, List<String> notes) {}

    /** Some rows. */
    public record Rows(List<Row> items, @Nullable String next) {}

    /** A line in the list of sheets. */
    public record Summary(String id, String fileName, State state, int totalRows, int doneRows, Instant createdAt) {}

    /** A list of them. */
    public record All(List<Summary> items) {}

    public boolean working() {
        return state == State.CHECKING || state == State.RUNNING;
    }

    public boolean done() {
        return state == State.DONE;
    }

    public long count(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How many rows an import would change something with. */
    public long effective() {
        return count("CREATED") + count("UPDATED");
    }

    /** A heading with the first thing below it, so that people know it again. */
    public String place(int i) {
        var heading = headings.get(i).isBlank() ? "(" + (i + 1) + ")" : headings.get(i);
        return sample.stream()
                .filter(row -> i < row.size() && !row.get(i).isBlank())
                .findFirst()
                .map(row -> heading + " – " + shortened(row.get(i)))
                .orElse(heading);
    }

    private static String shortened(String text) {
        return text.length() > 24 ? text.substring(0, 24) + '…' : text;
    }

    /** What a row is about: what stands under the name, or else the code. */
    public String about(Row row) {
        for (var column : List.of("title", "product-name", "sku", "name", "phone", "number")) {
            var place = mapping.get(column);
            if (place != null
                    && place < row.cells().size()
                    && !row.cells().get(place).isBlank()) {
                return row.cells().get(place);
            }
        }
        return "";
    }
}
