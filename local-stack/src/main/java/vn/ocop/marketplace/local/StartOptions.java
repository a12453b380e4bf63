package vn.ocop.marketplace.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param at where the clock is set; null for the machine's time
 */
record StartOptions(
        boolean help,
        boolean fresh,
        int scale,
        int engines,
        @Nullable Instant at) {

    private static final int LARGEST_SCALE = 1_000_000;
    /** A cluster needs three nodes to do without one of them. */
    private static final List<String> ENGINES = List.of("1", "3");

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static StartOptions parse(List<String> arguments) {
        var help = false;
        var fresh = false;
        var scale = 0;
        var engines = 1;
        @Nullable Instant at = null;
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var flag = left.poll();
            var equals = flag.indexOf('=');
            if (equals > 0) {
                left.push(flag.substring(equals + 1));
                flag = flag.substring(0, equals);
            }
            switch (flag) {
                case "--help", "-h" -> help = true;
                case "--fresh" -> fresh = true;
                case "--scale" -> scale = scale(left.isEmpty() ? "" : left.poll());
                case "--engines" -> engines = engines(left.isEmpty() ? "" : left.poll());
                case "--at" -> at = instant(left.isEmpty() ? "" : left.poll());
                default -> throw new StartRefused("bad-flag", flag);
            }
        }
        return new StartOptions(help, fresh, scale, engines, at);
    }

    private static int scale(String text) {
        try {
            var scale = Integer.parseInt(text.replace("_", ""));
            if (scale >= 1 && scale <= LARGEST_SCALE) {
                return scale;
            }
        } catch (NumberFormatException e) {
            // Refused below, in the same words as a number out of range.
        }
        throw new StartRefused("bad-scale");
    }

    private static int engines(String text) {
        if (ENGINES.contains(text)) {
            return Integer.parseInt(text);
        }
        throw new StartRefused("bad-engines");
    }

    /** A time without an offset, or a day alone, is one in Viet Nam. */
    private static Instant instant(String text) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay(VIET_NAM).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(VIET_NAM).toInstant();
        } catch (DateTimeException e) {
            throw new StartRefused("bad-instant");
        }
    }
}
