package vn.ocop.marketplace.community;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of those a team brought have reached each rung; whoever stands on one has passed those below.
 *
 * @param buyers whom it brought to buy: they named it and have no shop
 */
public record Ladder(Map<Rung, Integer> reached, int buyers) {

    static Ladder of(Collection<Household> households, int buyers) {
        var reached = new EnumMap<Rung, Integer>(Rung.class);
        for (var rung : Rung.values()) {
            reached.put(rung, (int) households.stream()
                    .filter(household -> household.rung().compareTo(rung) >= 0)
                    .count());
        }
        return new Ladder(reached, buyers);
    }
}
