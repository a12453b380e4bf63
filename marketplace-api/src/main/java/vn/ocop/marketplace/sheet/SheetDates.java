package vn.ocop.marketplace.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads days and times as people type them into sheets and as workbooks count them; throws
 * {@link java.time.DateTimeException}.
 */
public final class SheetDates {

    /** Workbooks count days from here. */
    private static final LocalDateTime WORKBOOK_EPOCH =
            LocalDate.of(1899, 12, 30).atStartOfDay();

    private static final long DAY_SECONDS = 86_400;
    private static final Pattern COUNTED = Pattern.compile("\\d{5}(\\.\\d{1,15})?");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu[ H:m[:s]]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private SheetDates() {}

    /** {@code 1/12/2026}, {@code 01-12-2026}, {@code 1.12.2026}, {@code 2026-12-01}, {@code 46357}. */
    public static LocalDate day(String text) {
        return ISO.matcher(text).matches()
                ? LocalDate.parse(text.substring(0, 10))
                : moment(text).toLocalDate();
    }

    /** {@code 1/12/2026 8:05}, {@code 01-12-2026 08:05:30}, {@code 46357.5}; the beginning of a day without a time. */
    public static LocalDateTime moment(String text) {
        if (COUNTED.matcher(text).matches()) {
            return WORKBOOK_EPOCH.plusSeconds(Math.round(Double.parseDouble(text) * DAY_SECONDS));
        }
        var read = TYPED.parseBest(text.replace('-', '/').replace('.', '/'), LocalDateTime::from, LocalDate::from);
        return read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
    }
}
