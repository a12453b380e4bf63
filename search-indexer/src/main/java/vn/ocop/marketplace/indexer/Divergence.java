package vn.ocop.marketplace.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where the index and the catalogue differ.
 *
 * @param stale listings the index lacks, has too old, or should not have
 * @param ahead listings the index has newer than the catalogue, as when the database was restored from a backup
 */
record Divergence(List<UUID> stale, List<UUID> ahead) {

    /** Both sides map a listing to its revision. */
    static Divergence between(Map<UUID, Long> onSale, Map<UUID, Long> indexed) {
        var stale = new ArrayList<UUID>();
        var ahead = new ArrayList<UUID>();
        onSale.forEach((listing, revision) -> {
            long found = indexed.getOrDefault(listing, 0L);
            if (found < revision) {
                stale.add(listing);
            } else if (found > revision) {
                ahead.add(listing);
            }
        });
        indexed.keySet().stream()
                .filter(listing -> !onSale.containsKey(listing))
                .forEach(stale::add);
        return new Divergence(stale, ahead);
    }

    boolean isEmpty() {
        return stale.isEmpty() && ahead.isEmpty();
    }

    Divergence without(Set<UUID> listings) {
        return new Divergence(
                stale.stream().filter(listing -> !listings.contains(listing)).toList(),
                ahead.stream().filter(listing -> !listings.contains(listing)).toList());
    }

    /** What was there before and still is. */
    Divergence lasting(Divergence before) {
        var known = Set.copyOf(before.all());
        return new Divergence(
                stale.stream().filter(known::contains).toList(),
                ahead.stream().filter(known::contains).toList());
    }

    List<UUID> all() {
        var all = new ArrayList<>(stale);
        all.addAll(ahead);
        return all;
    }
}
