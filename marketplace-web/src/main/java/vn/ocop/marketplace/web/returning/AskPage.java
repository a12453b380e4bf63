package vn.ocop.marketplace.web.returning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.buying.Order;
import vn.ocop.marketplace.web.site.Head;

/**
 * The form on which a buyer asks for money back.
 *
 * @param missed whether it may be said that nothing came
 * @param problem whether something may be said about what came
 */
public record AskPage(
        Head head,
        String group,
        Order order,
        boolean problem,
        boolean missed,
        String key,
        @Nullable String refusal) {

    public static final List<String> REASONS =
            List.of("DAMAGED", "SPOILED", "WRONG", "MISSING", "NOT_AS_DESCRIBED", "OTHER");
}
