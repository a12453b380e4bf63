package vn.ocop.marketplace.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL 18, unpacked from its binaries and run as a child of this JVM. */
public final class LocalPostgres implements Running {

    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", "120",
            "shared_buffers", "128MB",
            "listen_addresses", "127.0.0.1",
            "timezone", "UTC",
            "max_wal_size", "2GB");

    /** The library starts its servers for tests; an order that was acknowledged must outlive a crash. */
    private static final Map<String, String> LASTING = Map.of("fsync", "on", "synchronous_commit", "on");

    /** Tests throw their data away, so nothing needs to reach the disk. */
    private static final Map<String, String> THROWN_AWAY =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final EmbeddedPostgres server;
    private final long pid;
    private final AtomicInteger created = new AtomicInteger();

    private LocalPostgres(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    /** Starts on a data directory that lasts; {@code binaries} is where the server's programs are unpacked. */
    static LocalPostgres start(Path data, Path binaries, int port) {
        return start(data, binaries, builder -> {
            builder.setPort(port);
            LASTING.forEach(builder::setServerConfig);
        });
    }

    /** Starts on any free port, fast rather than crash-proof. */
    static LocalPostgres startForTests(Path data, Path binaries) {
        return start(data, binaries, builder -> THROWN_AWAY.forEach(builder::setServerConfig));
    }

    private static LocalPostgres start(Path data, Path binaries, Customization customization) {
        try {
            Files.createDirectories(binaries);
            Files.createDirectories(data.toAbsolutePath().getParent());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofMinutes(3));
            SETTINGS.forEach(builder::setServerConfig);
            customization.apply(builder);
            var server = builder.start();
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            Lifeline.get().watchPostgres(pid);
            return new LocalPostgres(server, pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public ProcessHandle handle() {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("PostgreSQL has stopped"));
    }

    /** {@code start} has waited already. */
    @Override
    public void awaitReady() {}

    /** The database of that name, created if there is none yet. */
    public Database database(String name) {
        var database = new Database(port(), name);
        database.createIfMissing();
        return database;
    }

    /** A new empty database that no one else uses. */
    public Database freshDatabase() {
        return database("fresh_" + created.incrementAndGet());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Lifeline.get().forget(pid);
        }
    }

    /** What differs between lasting and thrown-away servers. */
    private interface Customization {
        void apply(EmbeddedPostgres.Builder builder);
    }
}
