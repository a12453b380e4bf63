package vn.ocop.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** What one of them does. */
    public interface Attempt<T> {
        T run(int number) throws Exception;
    }

    /** What each of them got, in the order of their numbers. */
    public static <T> List<T> times(int times, Attempt<T> attempt) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<T> task = () -> attempt.run(number);
                running.add(threads.submit(task));
            }
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
