package vn.ocop.marketplace.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows passwords that others know too. A dictionary of common ones comes along; a file of the hashes of all passwords
 * that ever leaked (upper-case SHA-1, sorted, {@code HASH:COUNT} a line, as haveibeenpwned.com gives it) may be added.
 * Nothing is asked of anyone outside.
 */
@Component
class BreachedPasswords {

    /** Up to here a guess needs fewer than a million tries. */
    private static final int GUESSED_EASILY = 1;
    /** Estimating takes long on long texts, and those are hard to guess anyway. */
    private static final int MEASURED = 50;

    private static final int HASH_LENGTH = 40;

    /** A dozen megabytes of dictionaries, for the moments in which somebody chooses a password. */
    private final LoadingCache<String, Zxcvbn> estimate = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(5))
            .scheduler(Scheduler.systemScheduler())
            .build(dictionaries -> new Zxcvbn());

    private final String leaked;

    BreachedPasswords(@Value("${marketplace.leaked-passwords:}") String leaked) {
        this.leaked = leaked;
    }

    /** Whether a password is easily guessed, also by those who know what else its owner typed. */
    boolean knows(String password, List<String> aboutOwner) {
        var measured = password.substring(0, Math.min(MEASURED, password.length()));
        return estimate.get("dictionaries")
                                .measure(measured, typedFrom(aboutOwner))
                                .getScore()
                        <= GUESSED_EASILY
                || (!leaked.isBlank()
                        && hasLeaked(
                                Path.of(leaked), DigestUtils.sha1Hex(password).toUpperCase(Locale.ROOT)));
    }

    /** Names as people make passwords of them: without marks and spaces. */
    private static List<String> typedFrom(List<String> aboutOwner) {
        return aboutOwner.stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}|\\s", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('đ', 'd'))
                .toList();
    }

    /** Searches the sorted file by halving; a line begins after the first line end at or after the middle. */
    static boolean hasLeaked(Path file, String hash) {
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            long low = 0;
            long high = lines.length();
            while (low < high) {
                long middle = (low + high) / 2;
                var line = lineFrom(lines, middle);
                if (line.length() < HASH_LENGTH) {
                    high = middle;
                    continue;
                }
                int order = line.substring(0, HASH_LENGTH).compareTo(hash);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first whole line that begins at or after a position, empty at the end. */
    private static String lineFrom(RandomAccessFile lines, long position) throws IOException {
        lines.seek(Math.max(0, position - 1));
        if (position > 0) {
            lines.readLine();
        }
        var line = lines.readLine();
        return line == null ? "" : line;
    }
}
