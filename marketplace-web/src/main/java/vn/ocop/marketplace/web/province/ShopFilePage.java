package vn.ocop.marketplace.web.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.opening.Opening;
import vn.ocop.marketplace.web.site.Head;

/** A shop's file in front of an officer. */
public record ShopFilePage(
        Head head,
        Person.Membership province,
        Opening opening,
        @Nullable Commune commune,
        @Nullable String said,
        @Nullable String refusal) {

    /** What can be said of the shop as it stands. */
    public List<String> verdicts() {
        var shop = opening.shop();
        var restriction = shop.restriction();
        var ending = restriction != null && restriction.waitsForWord() ? List.of("LIFT", "UPHOLD") : List.of("LIFT");
        return switch (shop.status()) {
            case "UNDER_REVIEW" -> List.of("OPEN", "ASK_CHANGES", "REFUSE");
            case "OPEN" -> restriction == null ? List.of("SUSPEND") : ending;
            case "SUSPENDED" -> restriction == null ? List.of() : ending;
            default -> List.of();
        };
    }
}
