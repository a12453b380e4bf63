package vn.ocop.marketplace.benchmark;

import java.util.EnumMap;
import java.util.Map;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;
import vn.ocop.marketplace.packaged.Processes;

/** Processor time in milliseconds: of each part with its children, and of this process, the load generator. */
record Cpu(Map<Part, Long> parts, long own) {

    static Cpu now(PackagedStack stack) {
        var parts = new EnumMap<Part, Long>(Part.class);
        for (var part : Part.values()) {
            stack.process(part).ifPresent(process -> parts.put(part, Processes.cpuMillis(process)));
        }
        var own = ProcessHandle.current().info().totalCpuDuration();
        return new Cpu(parts, own.isPresent() ? own.get().toMillis() : 0);
    }

    Cpu since(Cpu before) {
        var used = new EnumMap<Part, Long>(Part.class);
        parts.forEach((part, millis) -> used.put(part, millis - before.parts().getOrDefault(part, millis)));
        return new Cpu(used, own - before.own());
    }
}
