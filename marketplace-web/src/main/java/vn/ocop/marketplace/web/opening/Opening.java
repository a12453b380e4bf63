package vn.ocop.marketplace.web.opening;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shop's file, what is still to do, and what happened to it.
 *
 * @param electronicIdentity whether the law wants an identity verified electronically that the application lacks
 */
public record Opening(
        ShopFile shop, List<Item> checklist, @Nullable String next, boolean electronicIdentity, List<Event> history) {

    /** One thing to do. */
    public record Item(String step, boolean done, boolean needed) {

        public String key() {
            return Opening.key(step);
        }
    }

    /** Something that happened; {@code by} is null for the marketplace itself. */
    public record Event(
            Instant at,
            String kind,
            String reason,
            @Nullable String by) {}

    private static String key(String step) {
        return step.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public @Nullable String nextKey() {
        return next == null ? null : key(next);
    }

    /** Whether it is the representative's electronic verification that comes next. */
    public boolean needsElectronicIdentity() {
        return electronicIdentity && "IDENTITY".equals(next);
    }

    public long done() {
        return checklist.stream().filter(Item::done).count();
    }

    /** Whether nothing that must be there is missing. */
    public boolean complete() {
        return checklist.stream().noneMatch(item -> item.needed() && !item.done());
    }

    /** Where the next step is taken. */
    public @Nullable String nextPath() {
        if (next == null) {
            return null;
        }
        var shopPart = "?gian-hang=" + shop.id();
        return switch (next) {
            case "FIRST_LISTING" -> "/nguoi-ban/san-pham/moi" + shopPart;
            case "CERTIFICATE" -> "/nguoi-ban/chung-nhan" + shopPart;
            case "APPROVAL" -> null;
            default -> "/nguoi-ban/ho-so" + shopPart + "#" + nextKey();
        };
    }
}
