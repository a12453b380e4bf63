package vn.ocop.marketplace.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Linux tells about processes under {@code /proc}. */
public final class Processes {

    /** USER_HZ, in which the kernel counts processor time for user space, is 100 on every platform the JDK runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private Processes() {}

    /** Processor time of a process and everything below it so far, also of children that have ended. */
    public static long cpuMillis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(member -> ticks(member.pid()) * MILLIS_PER_TICK)
                .sum();
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // The second field is the command in parentheses and may hold anything.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // utime, stime, and the same of children that were waited for: fields 14 to 17 of proc(5).
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    static Map<String, String> environment(long pid) {
        try {
            return Arrays.stream(Files.readString(Path.of("/proc", String.valueOf(pid), "environ"))
                            .split("\0"))
                    .map(entry -> entry.split("=", 2))
                    .filter(entry -> entry.length == 2)
                    .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
