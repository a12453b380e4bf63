package vn.ocop.marketplace.shipment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel's scans amount to. A function of the set of scans alone: in what order they arrived, and how often,
 * makes no difference. A step that does not follow on what happened before it is kept aside; when what was missing in
 * between arrives it falls into its place.
 *
 * @param steps what happened, in its order
 * @param unfitting what does not follow
 */
public record Journey(ParcelStatus status, List<Scan> steps, List<Scan> unfitting) {

    public Journey {
        steps = List.copyOf(steps);
        unfitting = List.copyOf(unfitting);
    }

    static Journey of(Collection<Scan> scans) {
        var once = new TreeMap<UUID, Scan>();
        scans.forEach(scan -> once.putIfAbsent(scan.id(), scan));
        var voided = new HashSet<UUID>();
        once.values().stream().map(Scan::voids).filter(Objects::nonNull).forEach(voided::add);
        var status = ParcelStatus.TO_COLLECT;
        var steps = new ArrayList<Scan>();
        var unfitting = new ArrayList<Scan>();
        var inOrder = once.values().stream()
                .filter(scan -> scan.voids() == null && !voided.contains(scan.id()))
                .sorted(Scan.BY_TIME)
                .toList();
        for (var scan : inOrder) {
            if (status.next().contains(scan.step()) || steps.isEmpty() && scan.step() == ParcelStatus.TO_COLLECT) {
                status = scan.step();
                steps.add(scan);
            } else if (scan.step() != status) {
                unfitting.add(scan);
            }
        }
        return new Journey(status, steps, unfitting);
    }

    boolean has(UUID scan) {
        return steps.stream().anyMatch(step -> step.id().equals(scan));
    }

    public int attempts() {
        return (int) steps.stream()
                .filter(step -> step.step() == ParcelStatus.FAILED)
                .count();
    }

    @Nullable Scan lastStep() {
        return steps.isEmpty() ? null : steps.getLast();
    }

    /** Why it could not be handed over, the last time. */
    public @Nullable FailureReason failure() {
        return steps.reversed().stream()
                .map(Scan::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
