package vn.ocop.marketplace.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.SourceTree;

/**
 * What PostgreSQL could do alone: the statements of a purchase from the first visit on, and those of the order request
 * alone, driven by pgbench.
 */
final class OrderReference {

    private static final Pattern STATEMENTS = Pattern.compile(";\n");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    /** Of each client: for warming up, and for each second that is measured. */
    private static final int WARM_UP_QUOTES = 500;

    private static final int QUOTES_A_SECOND = 200;
    /** Numbers beyond those of the prepared quotes. */
    private static final long FIRST_PURCHASE = 1_000_000_000;

    private static final String TURN = """
            \\set q :first + :client_id * :quotes + :i
            \\set i :i + 1
            """;

    private OrderReference() {}

    /** Purchases a second, and order requests a second. */
    record Result(double purchases, double orders) {}

    /** Over as many connections as the load on the API had; empty where pgbench is not installed. */
    static Optional<Result> measure(PackagedStack stack, Duration time) {
        if (!isInstalled()) {
            return Optional.empty();
        }
        var quotes = WARM_UP_QUOTES + (int) time.toSeconds() * QUOTES_A_SECOND;
        prepare(stack, quotes * Meter.CONNECTIONS);
        var things = stack.sql().number("select count(*) from public.order_reference");
        var orders = rate(stack, time, "order", List.of(number("first", 0), number("quotes", quotes)));
        var purchases = rate(
                stack,
                time,
                "purchase",
                List.of(number("first", FIRST_PURCHASE), number("quotes", quotes), number("things", things)));
        return Optional.of(new Result(purchases, orders));
    }

    private static double rate(PackagedStack stack, Duration time, String what, List<String> numbers) {
        var script = script(what);
        run(stack, script, numbers, List.of("--transactions=" + WARM_UP_QUOTES / 2, number("i", 0)));
        return run(stack, script, numbers, List.of("--time=" + time.toSeconds(), number("i", WARM_UP_QUOTES)));
    }

    private static String number(String name, long value) {
        return "--define=" + name + "=" + value;
    }

    /** A purchase is a basket and its order; each client counts its own turns. */
    private static Path script(String what) {
        var statements = what.equals("purchase")
                ? text("basket.pgbench.sql") + text("order.pgbench.sql")
                : text("order.pgbench.sql");
        var script = SourceTree.target().resolve(what + ".pgbench.sql");
        try {
            return Files.writeString(script, TURN + statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static double run(PackagedStack stack, Path script, List<String> numbers, List<String> options) {
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
        command.addAll(numbers);
        command.addAll(options);
        command.add("marketplace");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            // As the API's own connections are set up.
            builder.environment().put("PGOPTIONS", "-c plan_cache_mode=force_generic_plan");
            var process = builder.start();
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
