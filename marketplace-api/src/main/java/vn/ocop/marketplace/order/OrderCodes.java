package vn.ocop.marketplace.order;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Codes people read out: the initials of the province the first shop is in, the day, six characters without
 * look-alikes, such as {@code QT-261122-7F3K9M}. An order adds its number in the purchase: {@code QT-261122-7F3K9M-2}.
 */
@Component
class OrderCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final SecureRandom random = new SecureRandom();

    String next(String provinceName, LocalDate day) {
        var code = new StringBuilder(initials(provinceName))
                .append('-')
                .append(DAY.format(day))
                .append('-');
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    static String initials(String provinceName) {
        var plain = Normalizer.normalize(provinceName, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toUpperCase(Locale.ROOT);
        var initials = new StringBuilder();
        for (String word : plain.split("[^A-Z]+", -1)) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return initials.isEmpty() ? "VN" : initials.toString();
    }
}
