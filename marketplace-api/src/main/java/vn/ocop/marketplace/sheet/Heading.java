package vn.ocop.marketplace.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Finds a sheet's headings: the first row in which two of our columns are recognised, so that titles above it do no
 * harm; else the first row, whose columns a person then names. Hands on the rows below and counts them.
 */
final class Heading {

    private static final int SEARCHED = 20;
    private static final int CERTAIN = 2;

    private final Map<String, Set<String>> words;
    private final List<SheetFile.Line> before = new ArrayList<>();
    private @Nullable List<String> found;
    private int rows;

    /** Each column's code with the folded headings it goes by. */
    Heading(Map<String, Set<String>> words) {
        this.words = words;
    }

    List<SheetFile.Line> accept(SheetFile.Line line) {
        if (found != null) {
            return counted(List.of(line));
        }
        before.add(line);
        if (guess(line.cells()).size() >= Math.min(CERTAIN, words.size())) {
            found = line.cells();
            return List.of();
        }
        return before.size() < SEARCHED ? List.of() : firstRow();
    }

    List<SheetFile.Line> end() {
        return found == null && !before.isEmpty() ? firstRow() : List.of();
    }

    private List<SheetFile.Line> firstRow() {
        found = before.getFirst().cells();
        return counted(before.subList(1, before.size()));
    }

    private List<SheetFile.Line> counted(List<SheetFile.Line> lines) {
        rows += lines.size();
        if (rows > SheetFile.MOST_ROWS) {
            throw new ProblemException(SheetProblem.TOO_MANY_ROWS, SheetFile.MOST_ROWS);
        }
        return List.copyOf(lines);
    }

    /** Only after the last row. */
    List<String> headings() {
        if (rows == 0) {
            throw new ProblemException(SheetProblem.EMPTY);
        }
        return Objects.requireNonNull(found);
    }

    int rows() {
        return rows;
    }

    Map<String, Integer> mapping() {
        return guess(headings());
    }

    /** Exact names first, then those that only begin so ("Giá bán lẻ 2026"); no place is taken twice. */
    private Map<String, Integer> guess(List<String> headings) {
        var plain = headings.stream().map(Cells::plain).toList();
        var mapping = new LinkedHashMap<String, Integer>();
        words.forEach((column, names) -> {
            for (int i = 0; i < plain.size(); i++) {
                if (names.contains(plain.get(i)) && !mapping.containsValue(i)) {
                    mapping.putIfAbsent(column, i);
                }
            }
        });
        words.forEach((column, names) -> {
            for (int i = 0; i < plain.size() && !mapping.containsKey(column); i++) {
                var heading = plain.get(i);
                if (!mapping.containsValue(i)
                        && names.stream().anyMatch(name -> name.indexOf(' ') > 0 && heading.startsWith(name + ' '))) {
                    mapping.put(column, i);
                }
            }
        });
        return mapping;
    }
}
