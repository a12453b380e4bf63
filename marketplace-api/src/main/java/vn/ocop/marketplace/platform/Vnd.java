package vn.ocop.marketplace.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;

/** An amount of whole đồng. The currency has no minor unit; arithmetic is exact and overflow is refused. */
public record Vnd(@JsonValue long dong) implements Comparable<Vnd> {

    public static final Vnd ZERO = new Vnd(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Vnd of(long dong) {
        return new Vnd(dong);
    }

    public static Vnd sum(Collection<Vnd> amounts) {
        return amounts.stream().reduce(ZERO, Vnd::plus);
    }

    public Vnd plus(Vnd other) {
        return new Vnd(Math.addExact(dong, other.dong));
    }

    public Vnd minus(Vnd other) {
        return new Vnd(Math.subtractExact(dong, other.dong));
    }

    public Vnd times(long count) {
        return new Vnd(Math.multiplyExact(dong, count));
    }

    @Override
    public int compareTo(Vnd other) {
        return Long.compare(dong, other.dong);
    }
}
