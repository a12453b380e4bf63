package vn.ocop.marketplace.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

    public Vnd negated() {
        return new Vnd(Math.negateExact(dong));
    }

    public Vnd times(long count) {
        return new Vnd(Math.multiplyExact(dong, count));
    }

    /**
     * Shares this amount out by weight so that the shares add up to it: each gets its whole đồng, what is left goes one
     * by one to the largest fractions, the earlier first. Without any weight the first gets it all.
     */
    public List<Vnd> split(List<Vnd> weights) {
        var whole = BigInteger.valueOf(sum(weights).dong);
        if (whole.signum() == 0) {
            return IntStream.range(0, weights.size())
                    .mapToObj(i -> i == 0 ? this : ZERO)
                    .toList();
        }
        var shares = new long[weights.size()];
        var fractions = new BigInteger[weights.size()];
        long left = dong;
        for (int i = 0; i < shares.length; i++) {
            var parts = BigInteger.valueOf(dong)
                    .multiply(BigInteger.valueOf(weights.get(i).dong))
                    .divideAndRemainder(whole);
            shares[i] = parts[0].longValueExact();
            fractions[i] = parts[1].abs();
            left -= shares[i];
        }
        var byFraction = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> fractions[i]).reversed())
                .toList();
        for (int i = 0; left != 0; i++, left -= Long.signum(left)) {
            shares[byFraction.get(i)] += Long.signum(left);
        }
        return LongStream.of(shares).mapToObj(Vnd::of).toList();
    }

    /** So many hundredths of a percent of it, rounded to the nearest đồng, half a đồng up. */
    public Vnd basisPoints(int points) {
        return new Vnd(Math.floorDiv(Math.addExact(Math.multiplyExact(dong, (long) points), 5_000), 10_000));
    }

    public Vnd min(Vnd other) {
        return dong <= other.dong ? this : other;
    }

    @Override
    public int compareTo(Vnd other) {
        return Long.compare(dong, other.dong);
    }
}
