package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one stack. Set to another moment it stands there until everything is ready, and only then runs: whoever
 * starts at ten seconds to midnight has all ten of them before their eyes.
 */
final class StackClock extends Clock {

    private final Path file;
    private final Path hold;
    private volatile @Nullable Instant standing;
    private volatile Duration offset = Duration.ZERO;

    /** The machine's time where no moment is given. */
    StackClock(Path directory, @Nullable Instant at) {
        file = directory.resolve("now");
        hold = directory.resolve("hold");
        standing = at;
        if (at != null) {
            write(at.toString());
        }
    }

    /** The file in which the applications read the moment at which it stands, or how far from the machine's it runs. */
    Path file() {
        return file;
    }

    boolean isSet() {
        return standing != null || !offset.isZero();
    }

    /** Lets it run; while a file {@code hold} lies beside it, whoever put it there keeps it standing. */
    void run() {
        var at = standing;
        if (at == null) {
            return;
        }
        try {
            while (Files.exists(hold)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        var ahead = Duration.between(Instant.now(), at);
        write(ahead.toString());
        offset = ahead;
        standing = null;
    }

    /** In one step: a reader finds the former text or the new one. */
    private void write(String text) {
        try {
            var draft = file.resolveSibling("draft");
            Files.createDirectories(file.getParent());
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        var at = standing;
        return at == null ? Instant.now().plus(offset) : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
