package vn.ocop.marketplace.web.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A community team as the API tells of it. */
public record Team(
        String id,
        String code,
        String name,
        @Nullable String commune,
        @Nullable String hamlet,
        boolean open) {

    /** The rungs of the ladder, the lowest first. */
    public static final List<String> RUNGS = List.of("ACCOUNT", "SHOP", "FIRST_PRODUCT", "FIRST_ORDER", "FIRST_PAYOUT");

    /** {@code thôn Tân Hợp, Khe Sanh}. */
    public String where() {
        var communeName = commune == null ? "" : commune;
        return hamlet == null ? communeName : hamlet + ", " + communeName;
    }

    /** How many have reached each rung. */
    public record Figures(Team team, Map<String, Integer> reached, int buyers) {

        public int at(String rung) {
            return reached.getOrDefault(rung, 0);
        }
    }

    /** Every team of a province. */
    public record All(List<Figures> items) {}

    /** One of those a team brought to sell. */
    public record Household(@Nullable String shop, @Nullable String shopName, String rung, Instant since) {

        public boolean reached(String other) {
            return RUNGS.indexOf(rung) >= RUNGS.indexOf(other);
        }
    }

    /** A team with everybody it brought. */
    public record Told(Team team, Map<String, Integer> reached, int buyers, List<Household> households) {

        public Figures figures() {
            return new Figures(team, reached, buyers);
        }
    }

    /**
     * What those bought in a month whom a team brought.
     *
     * @param buyers null when there were too few to tell of
     */
    public record Month(
            LocalDate month,
            long orders,
            @Nullable Long buyers,
            @Nullable Long goods) {}

    /** What everybody may know of a team. */
    public record Named(String code, String name) {}

    /** The link for its head. */
    record Head(String token) {}
}
