package vn.ocop.marketplace.payment;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.sheet.SheetDates;
import vn.ocop.marketplace.sheet.SheetFile;
import vn.ocop.marketplace.sheet.SheetNumbers;
import vn.ocop.marketplace.sheet.SheetProblem;

/**
 * Makes transfers of the rows of a statement. The heading is found by its words, Vietnamese or English, wherever it
 * stands; rows before it are the bank's letterhead. A row that cannot be read is named and left out.
 */
final class StatementRows {

    /** A year of a busy account. */
    private static final int MOST_ROWS = 100_000;

    private static final int LETTERHEAD = 40;

    private final String account;
    private final List<IncomingTransfer> transfers = new ArrayList<>();
    private final List<Integer> unreadable = new ArrayList<>();
    private Map<Column, Integer> columns = Map.of();
    private int seen;

    StatementRows(String account) {
        this.account = account;
    }

    /** What a statement must have, and the words banks have for it. */
    private enum Column {
        REF("so tham chieu", "ma giao dich", "so but toan", "so giao dich", "reference", "transaction id", "ref no"),
        CREDIT("ghi co", "so tien ghi co", "phat sinh co", "credit", "credit amount", "so tien vao"),
        MEMO("noi dung", "dien giai", "mo ta", "description", "details", "remark"),
        DATE("ngay giao dich", "ngay hieu luc", "ngay", "thoi gian", "date", "transaction date");

        private final List<String> words;

        Column(String... words) {
            this.words = List.of(words);
        }

        boolean heads(String cell) {
            return words.stream().anyMatch(cell::equals)
                    || words.stream().filter(word -> word.indexOf(' ') > 0).anyMatch(cell::startsWith);
        }
    }

    void accept(SheetFile.Line row) {
        if (row.number() > MOST_ROWS) {
            throw new ProblemException(SheetProblem.TOO_MANY_ROWS, MOST_ROWS);
        }
        if (columns.isEmpty()) {
            columns = heading(row.cells());
            if (columns.isEmpty() && ++seen > LETTERHEAD) {
                throw new ProblemException(PaymentProblem.STATEMENT_COLUMNS);
            }
        } else {
            try {
                transfer(row.cells()).ifPresent(transfers::add);
            } catch (DateTimeException | NumberFormatException | ArithmeticException unread) {
                unreadable.add(row.number());
            }
        }
    }

    List<IncomingTransfer> transfers() {
        if (columns.isEmpty()) {
            throw new ProblemException(PaymentProblem.STATEMENT_COLUMNS);
        }
        return List.copyOf(transfers);
    }

    /** The numbers of the rows that were left out. */
    List<Integer> unreadable() {
        return List.copyOf(unreadable);
    }

    private static Map<Column, Integer> heading(List<String> cells) {
        var found = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            var cell = plain(cells.get(i));
            for (var column : Column.values()) {
                if (column.heads(cell)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found.size() == Column.values().length ? found : Map.of();
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", " ")
                .replaceAll(" +", " ")
                .strip();
    }

    /** Rows without money that came in are of no interest; sums at the end have no reference. */
    private Optional<IncomingTransfer> transfer(List<String> cells) {
        var ref = cell(cells, Column.REF);
        var credit = cell(cells, Column.CREDIT);
        if (ref.isEmpty() || credit.isEmpty() || ref.length() > 100) {
            return Optional.empty();
        }
        long amount = SheetNumbers.dong(credit);
        return amount == 0
                ? Optional.empty()
                : Optional.of(new IncomingTransfer(
                        ref,
                        account,
                        Vnd.of(amount),
                        cell(cells, Column.MEMO),
                        SheetDates.moment(cell(cells, Column.DATE))
                                .atZone(BusinessTime.ZONE)
                                .toInstant()));
    }

    private String cell(List<String> cells, Column column) {
        int at = columns.getOrDefault(column, -1);
        return at >= 0 && at < cells.size() ? cells.get(at) : "";
    }
}
