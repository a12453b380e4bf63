package vn.ocop.marketplace.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/** The whole marketplace on one machine: what {@code ./start} runs. */
public final class LocalStack {

    private LocalStack() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        Supervisor supervisor = null;
        Path logs = null;
        try {
            var options = StartOptions.parse(arguments);
            if (options.help()) {
                Progress.plain(Words.say("help"));
                return 0;
            }
            var environment = System.getenv();
            StackSettings.usesRealStripe(environment);
            var ports = Ports.from(environment);
            var data = DataDirectory.open(dataDirectory(environment.get("DATA_DIR")), options);
            logs = data.logs();
            ports.refuseIfTaken();
            var clock = new StackClock(data.clock(), options.at());
            var settings = new StackSettings(
                    ports, EngineNode.cluster(options.engines(), ports.elasticsearch()), data, environment, clock);
            supervisor = new Supervisor(settings, options);
            var stop = stopOnSignals(supervisor, data);
            if (clock.isSet()) {
                Progress.say("clock", clock.instant());
            }
            supervisor.start();
            Progress.plain(new Welcome(settings).text());
            clock.run();
            supervisor.prepareNextStart();
            stop.await();
            return 0;
        } catch (StartRefused refused) {
            return fail(supervisor, String.valueOf(refused.getMessage()));
        } catch (RuntimeException unexpected) {
            return fail(supervisor, Words.say("unexpected", unexpected, String.valueOf(logs)));
        }
    }

    private static int fail(@Nullable Supervisor supervisor, String message) {
        if (supervisor != null) {
            if (supervisor.isClosed()) {
                return 0;
            }
            supervisor.close();
        }
        System.err.println(message);
        return 1;
    }

    private static Path dataDirectory(@Nullable String given) {
        return given == null || given.isBlank()
                ? BuildTree.root().resolve(".data")
                : Path.of(given).toAbsolutePath().normalize();
    }

    /** Signals rather than shutdown hooks: hooks run all at once, and the database must stop last. */
    private static CountDownLatch stopOnSignals(Supervisor supervisor, DataDirectory data) {
        var stopped = new CountDownLatch(1);
        for (var name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(
                    new Signal(name),
                    signal -> Thread.ofPlatform().start(() -> {
                        Progress.say("stopping");
                        supervisor.close();
                        Progress.say("stopped", data.path());
                        stopped.countDown();
                        System.exit(0);
                    }));
        }
        return stopped;
    }
}
