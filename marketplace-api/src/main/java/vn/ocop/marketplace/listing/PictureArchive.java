package vn.ocop.marketplace.listing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.media.Pictures;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * A zip of pictures. What it says of itself is not believed: entries are counted, bytes are counted as they are
 * unpacked, and names are only read, never written to. Reading takes its time: subscribe where blocking is allowed.
 */
final class PictureArchive {

    static final long MOST_BYTES = 120L << 20;
    static final int MOST_PICTURES = 500;

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED_BYTES = 1L << 30;
    private static final int LONGEST_NAME = 200;
    /** What operating systems put in by themselves. */
    private static final Set<String> CLUTTER = Set.of("thumbs.db", "desktop.ini", ".ds_store");

    private PictureArchive() {}

    /**
     * One file of it.
     *
     * @param bytes null if it is refused
     * @param problem why it is refused, as the code of a problem
     */
    record Unpacked(
            int number,
            String name,
            byte @Nullable [] bytes,
            @Nullable String problem) {}

    static Flux<Unpacked> files(Path file) {
        return Flux.using(() -> ZipFile.builder().setPath(file).get(), PictureArchive::files, PictureArchive::close)
                .onErrorMap(
                        failure -> !(failure instanceof ProblemException),
                        unreadable -> new ProblemException(ListingProblem.ARCHIVE_UNREADABLE));
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException readOnly) {
            throw new UncheckedIOException(readOnly);
        }
    }

    private static Flux<Unpacked> files(ZipFile zip) {
        var entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new ProblemException(ListingProblem.ARCHIVE_TOO_BIG_INSIDE, MOST_PICTURES);
        }
        var wanted = entries.stream()
                .filter(entry -> !entry.isDirectory() && !clutter(entry.getName()))
                .toList();
        if (wanted.size() > MOST_PICTURES) {
            throw new ProblemException(ListingProblem.ARCHIVE_TOO_BIG_INSIDE, MOST_PICTURES);
        }
        if (wanted.isEmpty()) {
            throw new ProblemException(ListingProblem.ARCHIVE_UNREADABLE);
        }
        var budget = new Budget();
        return Flux.range(0, wanted.size()).map(i -> unpack(zip, wanted.get(i), i + 1, budget));
    }

    /** How much has been unpacked so far. */
    private static final class Budget {

        private long left = MOST_UNPACKED_BYTES;

        void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new ProblemException(ListingProblem.ARCHIVE_TOO_BIG_INSIDE, MOST_PICTURES);
            }
        }
    }

    private static boolean clutter(String path) {
        var name = last(path).toLowerCase(Locale.ROOT);
        return path.startsWith("__MACOSX/") || name.startsWith("._") || CLUTTER.contains(name);
    }

    /** Folders mean nothing here. */
    private static String last(String path) {
        var slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        var name = path.substring(slash + 1).replaceAll("\\p{Cntrl}", "");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static Unpacked unpack(ZipFile zip, ZipArchiveEntry entry, int number, Budget budget) {
        var name = last(entry.getName());
        if (entry.isUnixSymlink() || !zip.canReadEntryData(entry)) {
            return new Unpacked(number, name, null, ListingProblem.ARCHIVED_FILE_UNREADABLE.code());
        }
        try (var content = zip.getInputStream(entry)) {
            var bytes = limited(content);
            budget.take(bytes.length);
            return bytes.length > Pictures.MOST_BYTES
                    ? new Unpacked(number, name, null, ListingProblem.ARCHIVED_FILE_TOO_LARGE.code())
                    : new Unpacked(number, name, bytes, null);
        } catch (IOException damaged) {
            return new Unpacked(number, name, null, ListingProblem.ARCHIVED_FILE_UNREADABLE.code());
        }
    }

    /** One byte more than a picture may have tells that it is too large; nothing beyond that is unpacked. */
    private static byte[] limited(InputStream content) throws IOException {
        return content.readNBytes(Pictures.MOST_BYTES + 1);
    }
}
