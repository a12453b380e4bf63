package vn.ocop.marketplace.web.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as people in Viet Nam read them, in the country's own time zone. */
public final class Moments {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private Moments() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    public static String date(Instant instant) {
        return DATE.format(instant.atZone(ZONE));
    }

    /** Whether a day begins with it. */
    public static boolean isMidnight(Instant instant) {
        return instant.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    public static String dateTime(Instant instant) {
        return DATE_TIME.format(instant.atZone(ZONE));
    }

    /** {@code còn 3 giờ 20 phút}: the two largest units, never less than a minute; see the keys {@code time.*}. */
    public static String remaining(Texts texts, Language language, Duration left) {
        if (left.isNegative() || left.isZero()) {
            return texts.text(language, "time.over");
        }
        long minutes = Math.max(1, left.toMinutes());
        long days = minutes / 1440;
        long hours = minutes % 1440 / 60;
        if (days > 0) {
            return texts.text(language, "time.left", join(texts, language, "time.days", days, "time.hours", hours));
        }
        return texts.text(
                language, "time.left", join(texts, language, "time.hours", hours, "time.minutes", minutes % 60));
    }

    private static String join(
            Texts texts, Language language, String largeKey, long large, String smallKey, long small) {
        if (large == 0) {
            return texts.count(language, smallKey, small);
        }
        var first = texts.count(language, largeKey, large);
        return small == 0 ? first : first + " " + texts.count(language, smallKey, small);
    }
}
