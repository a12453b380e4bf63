package vn.ocop.marketplace.setclock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A clock that whoever starts the whole marketplace at another moment has set. The file holds a moment, at which the
 * clock stands while the rest is being started, and then how far from the machine's time it runs.
 */
public final class SetClock extends Clock {

    private final Path file;
    private final ZoneId zone;
    private volatile @Nullable Duration ahead;

    private SetClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /** The clock set by a file; the machine's own where no file is named. */
    public static Clock of(String file) {
        return file.isEmpty() ? Clock.systemUTC() : new SetClock(Path.of(file), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        var known = ahead;
        return known == null ? read() : Clock.systemUTC().instant().plus(known);
    }

    private Instant read() {
        try {
            var text = Files.readString(file).strip();
            if (!text.startsWith("P")) {
                return Instant.parse(text);
            }
            var duration = Duration.parse(text);
            ahead = duration;
            return Clock.systemUTC().instant().plus(duration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SetClock(file, other);
    }
}
