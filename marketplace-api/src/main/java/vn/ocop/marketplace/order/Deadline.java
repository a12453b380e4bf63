package vn.ocop.marketplace.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a step of a return may take, by a dated rule.
 *
 * @param category the code it is for; null for all
 */
public record Deadline(
        Step step,
        @Nullable String category,
        int hours,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** The steps that have an end. */
    public enum Step {
        /** Since the goods came. */
        PROBLEM_REPORTED,
        /** Since they were sent: not before, and no later. */
        MISSED_FROM,
        MISSED_UNTIL,
        SHOP_ANSWERS,
        BUYER_ESCALATES,
        GOODS_SENT,
        GOODS_CHECKED,
        PROVINCE_DECIDES
    }

    boolean fits(Step what, @Nullable String of, LocalDate day) {
        return step == what
                && (category == null || category.equals(of))
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }
}
