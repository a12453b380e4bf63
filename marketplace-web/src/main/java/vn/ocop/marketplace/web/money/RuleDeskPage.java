package vn.ocop.marketplace.web.money;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The dated rules, each kind with a form for a new one; what was typed and refused stands in it again.
 *
 * @param kind whose form was sent, or empty
 * @param key makes a second press of a button harmless
 */
public record RuleDeskPage(
        Head head,
        RuleDesk.All all,
        String kind,
        Form form,
        String key,
        boolean done,
        @Nullable String refusal) {

    public static final List<String> METHODS =
            List.of("CASH_ON_DELIVERY", "CARD", "BANK_TRANSFER", "CASH_AT_POST_OFFICE");
    public static final List<String> WAYS = List.of("DIRECT", "COLLECTED");
    public static final List<String> SELLERS = List.of("RESIDENT", "NON_RESIDENT", "ORGANISATION");
    public static final List<String> ACTIVITIES =
            List.of("GOODS", "SERVICES", "PRODUCTION_OR_TRANSPORT", "UNKNOWN", "ANY");
    public static final List<String> CERTAINTIES = List.of("FULL_TEXT_READ", "SECONDARY_SOURCE", "ASSUMED");
    public static final List<String> STEPS = List.of(
            "PROBLEM_REPORTED",
            "MISSED_FROM",
            "MISSED_UNTIL",
            "SHOP_ANSWERS",
            "BUYER_ESCALATES",
            "GOODS_SENT",
            "GOODS_CHECKED",
            "PROVINCE_DECIDES");

    /** What was typed in the form of a kind that was refused. */
    public @Nullable String typed(String of, String field) {
        return of.equals(kind) && form.has(field) ? form.text(field) : null;
    }

    public String typedOr(String of, String field, String otherwise) {
        var typed = typed(of, field);
        return typed == null ? otherwise : typed;
    }

    public @Nullable String refusalOf(String of) {
        return of.equals(kind) ? refusal : null;
    }

    /** Whether a rule can still be ended. */
    public static boolean endable(Visit visit, @Nullable LocalDate validTo) {
        return validTo == null || validTo.isAfter(visit.today());
    }

    /** Hundredths of a percent as people write them: {@code 1,5 %}. */
    public static String percent(Visit visit, int basisPoints) {
        var whole = basisPoints / 100;
        var rest = basisPoints % 100;
        var mark = visit.english() ? "." : ",";
        var decimals = rest == 0 ? "" : mark + (rest % 10 == 0 ? String.valueOf(rest / 10) : "%02d".formatted(rest));
        return whole + decimals + "\u00a0%";
    }
}
