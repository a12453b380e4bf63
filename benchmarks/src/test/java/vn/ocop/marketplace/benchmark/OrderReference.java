package vn.ocop.marketplace.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.SourceTree;

/** What PostgreSQL could do alone: the statements of one order request, driven by pgbench. */
final class OrderReference {

    private static final Pattern STATEMENTS = Pattern.compile(";\n");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    /** Of each client: for warming up, and for each second that is measured. */
    private static final int WARM_UP_QUOTES = 500;

    private static final int QUOTES_A_SECOND = 200;

    private OrderReference() {}

    record Result(double perSecond) {}

    /** Over as many connections as the load on the API had; empty where pgbench is not installed. */
    static Optional<Result> measure(PackagedStack stack, Duration time) {
        if (!isInstalled()) {
            return Optional.empty();
        }
        var quotes = WARM_UP_QUOTES + (int) time.toSeconds() * QUOTES_A_SECOND;
        prepare(stack, quotes * Meter.CONNECTIONS);
        var script = copy("order.pgbench.sql");
        run(
                stack,
                script,
                List.of("--transactions=" + WARM_UP_QUOTES / 2, "--define=quotes=" + quotes, "--define=i=0"));
        var measured =
                List.of("--time=" + time.toSeconds(), "--define=quotes=" + quotes, "--define=i=" + WARM_UP_QUOTES);
        return Optional.of(new Result(run(stack, script, measured)));
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "pgbench")));
    }

    /** Quotes as the API wrote them, numbered so that every client of pgbench takes its own. */
    private static void prepare(PackagedStack stack, int quotes) {
        for (var statement : STATEMENTS.splitAsStream(text("order.prepare.sql")).toList()) {
            if (!statement.isBlank()) {
                stack.sql().change(statement.replace(":quotes", String.valueOf(quotes)));
            }
        }
    }

    private static double run(PackagedStack stack, Path script, List<String> options) {
        var command = new ArrayList<>(List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + Meter.CONNECTIONS,
                "--jobs=1",
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + stack.addresses().postgres(),
                "--username=postgres"));
        command.addAll(options);
        command.add("marketplace");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path copy(String name) {
        var script = SourceTree.target().resolve(name);
        try (var source = resource(name)) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (var source = resource(name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OrderReference.class.getResourceAsStream("/" + name), name);
    }
}
