package vn.ocop.marketplace.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/** Says what is going on, with the seconds since the start. */
public final class Progress {

    private static final long STARTED = System.nanoTime();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Progress() {}

    public static void say(String key, Object... arguments) {
        line(Words.say(key, arguments));
    }

    public static void line(String text) {
        OUT.println(String.format(Locale.of("vi"), "%6.1f s  %s", seconds(), text));
    }

    static void plain(String text) {
        OUT.println(text);
    }

    static double seconds() {
        return (System.nanoTime() - STARTED) / 1e9;
    }

    /** Says so at every tenth part of a long step. */
    public static LongConsumer step(String wordKey, long total) {
        var told = new AtomicInteger();
        return done -> {
            var tenth = (int) (done * 10 / Math.max(1, total));
            if (tenth > told.getAndUpdate(before -> Math.max(before, tenth))) {
                say("seeding-step", Words.say(wordKey), tenth * 10);
            }
        };
    }
}
