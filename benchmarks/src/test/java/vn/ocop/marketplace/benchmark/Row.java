package vn.ocop.marketplace.benchmark;

import java.util.EnumMap;
import java.util.Map;
import vn.ocop.marketplace.packaged.Part;

/** One line of the table; processor time is per request (or, for whole orders, per order). */
record Row(
        String name, double perSecond, double p50, double p99, Map<Part, Double> cpu, double ownCpu, String reference) {

    static Row of(String name, Samples samples, String counted, Cpu used) {
        double count = Math.max(1, samples.count(counted));
        var perRequest = new EnumMap<Part, Double>(Part.class);
        used.parts().forEach((part, millis) -> perRequest.put(part, millis / count));
        return new Row(
                name,
                samples.perSecond(counted),
                samples.percentile(counted, 50),
                samples.percentile(counted, 99),
                perRequest,
                used.own() / count,
                "");
    }

    Row against(String comparison) {
        return new Row(name, perSecond, p50, p99, cpu, ownCpu, comparison);
    }

    double cpu(Part part) {
        return cpu.getOrDefault(part, 0.0);
    }
}
