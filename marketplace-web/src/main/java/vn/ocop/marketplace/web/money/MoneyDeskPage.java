package vn.ocop.marketplace.web.money;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** The desk of those who keep the platform's money. */
public record MoneyDeskPage(
        Head head,
        MoneyDesk.All all,
        boolean done,
        @Nullable String refusal) {

    /** Hundredths of a percent as people write them: {@code 1,5 %}. */
    public static String percent(Visit visit, int basisPoints) {
        var whole = basisPoints / 100;
        var rest = basisPoints % 100;
        var mark = visit.english() ? "." : ",";
        var decimals = rest == 0 ? "" : mark + (rest % 10 == 0 ? String.valueOf(rest / 10) : "%02d".formatted(rest));
        return whole + decimals + "\u00a0%";
    }
}
