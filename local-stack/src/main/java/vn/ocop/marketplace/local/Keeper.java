package vn.ocop.marketplace.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one part of the stack running: should it die, starts it again, more slowly each time. */
final class Keeper implements AutoCloseable {

    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final long STEADY_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final String name;
    private final Path run;
    private final Supplier<Running> starter;
    private @Nullable Running running;
    private boolean closed;
    private boolean wasReady;
    private int pauseSeconds = 1;
    private long startedAt;

    Keeper(String name, Path run, Supplier<Running> starter) {
        this.name = name;
        this.run = run;
        this.starter = starter;
    }

    synchronized Keeper start() {
        if (!closed) {
            var started = starter.get();
            running = started;
            startedAt = System.nanoTime();
            Leftovers.record(run, name, started.handle());
            started.handle().onExit().thenAcceptAsync(handle -> revive(started), Thread::startVirtualThread);
        }
        return this;
    }

    void awaitReady() {
        var waited = current();
        if (waited != null) {
            waited.awaitReady();
        }
        synchronized (this) {
            wasReady = true;
        }
        Progress.say("ready", name);
    }

    private synchronized @Nullable Running current() {
        return running;
    }

    /** Before it was ever ready a death is a failed start, which {@link #awaitReady} reports. */
    private void revive(Running dead) {
        synchronized (this) {
            if (closed || !wasReady) {
                return;
            }
            if (System.nanoTime() - startedAt > STEADY_NANOS) {
                pauseSeconds = 1;
            }
        }
        Progress.say("died", name, String.valueOf(pauseSeconds));
        try {
            dead.close();
            TimeUnit.SECONDS.sleep(pauseSeconds);
            awaitRelease();
            pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds * 2);
            start().awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            Progress.line(String.valueOf(e.getMessage()));
            if (current() == dead) {
                revive(dead);
            }
        }
    }

    /** While a file {@code <name>.hold} lies beside the process's number, a part that died stays down. */
    private void awaitRelease() throws InterruptedException {
        while (Files.exists(run.resolve(name + ".hold")) && !isClosed()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.close();
            Leftovers.forget(run, name);
        }
    }
}
