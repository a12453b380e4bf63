package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The one directory in which a stack keeps everything; open by one stack at a time. */
final class DataDirectory implements AutoCloseable {

    private static final String MARK = "marketplace-data.properties";
    private static final List<String> OURS = List.of(
            MARK,
            "lock",
            "postgres",
            "postgres-binaries",
            "elasticsearch",
            "elasticsearch-2",
            "elasticsearch-3",
            "sandbox",
            "media",
            "logs",
            "run",
            "clock",
            "aot");
    private static final int ENGINES = 3;
    /** Not data: what would only have to be unpacked again. */
    private static final Set<String> KEPT = Set.of("lock", "postgres-binaries", "aot");

    private static final long LEAST_MEGABYTES = 1024;
    private static final long MEGABYTES_PER_THOUSAND_LISTINGS = 12;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final Properties properties = new Properties();

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static DataDirectory open(Path path, StartOptions options) {
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            var channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var directory = new DataDirectory(path, channel, lock(path, channel));
            refuseFull(path, options.scale());
            directory.prepare(options.fresh());
            return directory;
        } catch (IOException e) {
            throw new StartRefused("not-a-directory", path, String.valueOf(e.getMessage()));
        }
    }

    /** Never deletes or fills a directory that someone keeps other things in. */
    private static void refuseForeign(Path path) throws IOException {
        if (!Files.exists(path.resolve(MARK))) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.anyMatch(file -> !OURS.contains(file.getFileName().toString()))) {
                    throw new StartRefused("foreign-directory", path);
                }
            }
        }
    }

    private static FileLock lock(Path path, FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameJvm) {
            // Told below.
        }
        if (lock == null) {
            throw new StartRefused(
                    "in-use", path, Files.readString(path.resolve("lock")).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return lock;
    }

    private static void refuseFull(Path path, int scale) throws IOException {
        var free = Files.getFileStore(path).getUsableSpace() / (1024 * 1024);
        var needed = LEAST_MEGABYTES + scale / 1000 * MEGABYTES_PER_THOUSAND_LISTINGS;
        if (free < needed) {
            throw new StartRefused("disk-full", path, String.valueOf(free), String.valueOf(needed));
        }
    }

    private void prepare(boolean fresh) throws IOException {
        Leftovers.sweep(run());
        if (fresh && Files.exists(path.resolve(MARK))) {
            Progress.say("removing", path);
            for (var child : OURS) {
                if (!KEPT.contains(child)) {
                    delete(path.resolve(child));
                }
            }
        }
        if (Files.exists(path.resolve(MARK))) {
            try (var reader = Files.newBufferedReader(path.resolve(MARK))) {
                properties.load(reader);
            }
            if (!Files.exists(postgres().resolve("PG_VERSION"))) {
                throw new StartRefused("broken-directory", path, "postgres/PG_VERSION");
            }
        } else if (Files.exists(postgres())) {
            // Without the mark the database was never complete: nothing in it is anyone's.
            Progress.say("half-written");
            delete(postgres());
            for (int number = 1; number <= ENGINES; number++) {
                delete(elasticsearch(number));
            }
        }
        Files.createDirectories(logs());
        Files.createDirectories(media());
        Files.createDirectories(run());
    }

    boolean isNew() {
        return !Files.exists(path.resolve(MARK));
    }

    /** From now on the directory holds a complete database. */
    void markComplete() {
        try (var writer = Files.newBufferedWriter(path.resolve(MARK))) {
            properties.store(writer, "Data of a marketplace on this machine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A secret of this directory, made up when first asked for. */
    String secret(String name, String prefix) {
        var secret = properties.getProperty(name);
        if (secret == null) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            secret = prefix + HexFormat.of().formatHex(bytes);
            properties.setProperty(name, secret);
            if (!isNew()) {
                markComplete();
            }
        }
        return secret;
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path postgresBinaries() {
        return path.resolve("postgres-binaries");
    }

    /** Of the node with that number, from one. */
    Path elasticsearch(int number) {
        return path.resolve(number == 1 ? "elasticsearch" : "elasticsearch-" + number);
    }

    Path sandbox() {
        return path.resolve("sandbox");
    }

    Path media() {
        return path.resolve("media");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path aot() {
        return path.resolve("aot");
    }

    Path run() {
        return path.resolve("run");
    }

    /** Where a clock that was set is written down. */
    Path clock() {
        return path.resolve("clock");
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
