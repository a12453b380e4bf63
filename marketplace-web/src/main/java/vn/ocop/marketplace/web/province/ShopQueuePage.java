package vn.ocop.marketplace.web.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.opening.ShopFile;
import vn.ocop.marketplace.web.site.Head;

/**
 * Shops of a province in one state.
 *
 * @param said what was just done, or null
 * @param refusals why something could not be done
 */
public record ShopQueuePage(
        Head head,
        List<Person.Membership> provinces,
        Person.Membership province,
        String list,
        String text,
        ShopQueue queue,
        List<SavedView> views,
        @Nullable String said,
        List<String> refusals) {

    static final String RESTRICTED = "RESTRICTED";

    static final String ANSWERED = "ANSWERED";

    public static final List<String> LISTS =
            List.of("UNDER_REVIEW", "APPLIED", "OPEN", RESTRICTED, ANSWERED, "SUSPENDED", "CLOSED");

    static String known(@Nullable String list) {
        return list != null && LISTS.contains(list) ? list : "UNDER_REVIEW";
    }

    public String path(String of) {
        return "/ban-tinh/gian-hang?tinh=" + province.scope() + "&loai=" + of;
    }

    public @Nullable String nextPath() {
        return queue.next() == null ? null : path(list) + "&after=" + queue.next();
    }

    public String filePath(ShopFile shop) {
        return "/ban-tinh/gian-hang/" + shop.id() + "?tinh=" + province.scope();
    }

    /** What can be said of the shops of this list together. */
    public List<String> verdicts() {
        return switch (list) {
            case "UNDER_REVIEW" -> List.of("OPEN", "ASK_CHANGES", "REFUSE");
            case "OPEN" -> List.of("SUSPEND");
            case ANSWERED -> List.of("LIFT", "UPHOLD");
            case RESTRICTED, "SUSPENDED" -> List.of("LIFT");
            default -> List.of();
        };
    }
}
