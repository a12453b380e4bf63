package vn.ocop.marketplace.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Many doing the same at once. */
final class Crowd<T> implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<T>> running = new ArrayList<>();

    /** Starts them; no more than {@code atOnce} are under way at any time. */
    static <T> Crowd<T> of(int people, int atOnce, IntFunction<T> deed) {
        var crowd = new Crowd<T>();
        var places = new Semaphore(atOnce);
        for (int i = 0; i < people; i++) {
            int number = i;
            Callable<T> turn = () -> {
                places.acquire();
                try {
                    return deed.apply(number);
                } finally {
                    places.release();
                }
            };
            crowd.running.add(crowd.threads.submit(turn));
        }
        return crowd;
    }

    long finished() {
        return running.stream().filter(Future::isDone).count();
    }

    /** What each came to, in their order. */
    List<T> results() {
        var results = new ArrayList<T>();
        for (var result : running) {
            try {
                results.add(result.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
