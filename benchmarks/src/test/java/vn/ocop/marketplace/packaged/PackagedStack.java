package vn.ocop.marketplace.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The whole packaged marketplace, run as {@code ./start} runs it: one supervisor process and its children, on ports and
 * in a data directory of its own. Parts can be killed, held down and brought back.
 */
public final class PackagedStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration PART_LIMIT = Duration.ofMinutes(3);
    private static final Duration PREPARED_LIMIT = Duration.ofMinutes(4);
    private static final int APPLICATIONS = 3;
    /** The last line of what a start says when everything is ready. */
    private static final String READY = "╰─";

    private final Path data;
    private final Path log;
    private final Addresses addresses;
    private final List<String> arguments;
    private final Thread atExit = new Thread(this::stop);
    private Process supervisor;

    private PackagedStack(String name, Addresses addresses, List<String> arguments) {
        this.data = SourceTree.target().resolve("stack-" + name);
        this.log = SourceTree.target().resolve("stack-" + name + ".log");
        this.addresses = addresses;
        this.arguments = arguments;
        SourceTree.delete(data);
        this.supervisor = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A new marketplace with the demo catalogue and so many generated listings beside it. */
    public static PackagedStack start(String name, int scale) {
        return start(name, scale > 0 ? List.of("--scale", String.valueOf(scale)) : List.of());
    }

    /** The same with other arguments of the start. */
    public static PackagedStack start(String name, List<String> arguments) {
        var stack = new PackagedStack(name, Addresses.free(), arguments);
        stack.awaitStarted();
        return stack;
    }

    private Process launch() {
        var command = new ArrayList<>(List.of(
                SourceTree.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                SourceTree.jar("local-stack", "-exec").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(SourceTree.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(addresses.environment());
        builder.environment().put("DATA_DIR", data.toString());
        List.of("STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET", "SITE_URL").forEach(builder.environment()::remove);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStarted() {
        await("the marketplace starts, see " + log)
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> !supervisor.isAlive() || Files.readString(log).contains(READY));
        if (!supervisor.isAlive()) {
            throw new IllegalStateException("The marketplace did not start, see " + log);
        }
    }

    /**
     * Waits for what a first start goes on preparing in the background, so that it neither helps nor disturbs later.
     */
    public PackagedStack settled() {
        var deadline = Instant.now().plus(PREPARED_LIMIT);
        await("the applications are prepared")
                .atMost(PREPARED_LIMIT.multipliedBy(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> prepared() == APPLICATIONS || Instant.now().isAfter(deadline));
        return this;
    }

    private long prepared() {
        if (!Files.exists(data.resolve("aot"))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(data.resolve("aot"), 2)) {
            return files.filter(file -> file.endsWith("app.aot")).count();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    public Path data() {
        return data;
    }

    public Http api() {
        return Http.to("http://127.0.0.1:" + addresses.api());
    }

    public Sql sql() {
        return new Sql(addresses.postgres());
    }

    public long supervisorPid() {
        return supervisor.pid();
    }

    /** The part's process; empty while it is down. */
    public Optional<ProcessHandle> process(Part part) {
        var file = data.resolve("run").resolve(part.recordedName() + ".pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ", 2)[0]))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL to the part and everything below it; the supervisor brings it back unless it is held. */
    public void kill(Part part) {
        var process = process(part).orElseThrow(() -> new IllegalStateException(part + " is not running"));
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    /** From now on the part, once it is down, stays down. */
    public void hold(Part part) {
        try {
            Files.createFile(holdOf(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void release(Part part) {
        try {
            Files.deleteIfExists(holdOf(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path holdOf(Part part) {
        return data.resolve("run").resolve(part.recordedName() + ".hold");
    }

    /** Waits until the part answers as healthy. */
    public void awaitHealthy(Part part) {
        var health = Http.to(addresses.health(part));
        await(part + " is healthy")
                .atMost(PART_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> health.get("").status() == 200);
    }

    /** SIGKILL to the supervisor alone, as the kernel does it to a process that took too much memory. */
    public void killSupervisor() {
        supervisor.destroyForcibly();
        supervisor.onExit().join();
    }

    /** A second {@code ./start} on the same data. */
    public void startAgain() {
        supervisor = launch();
        awaitStarted();
    }

    /** An additional process of an application on another port, with the settings of the stack's own copy. */
    public Process another(Part part, int port) {
        var own = process(part).orElseThrow(() -> new IllegalStateException(part + " is not running"));
        var jar = SourceTree.jar(part.recordedName(), "");
        var builder = new ProcessBuilder(SourceTree.java(), "-Xmx256m", "-XX:+UseSerialGC", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(SourceTree.target()
                        .resolve("another-" + part.recordedName() + ".log")
                        .toFile());
        builder.environment().clear();
        builder.environment().putAll(Processes.environment(own.pid()));
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        supervisor.destroy();
        try {
            if (!supervisor.waitFor(90, TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
        SourceTree.delete(data);
    }
}
