package vn.ocop.marketplace.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * An officer's word on a shop.
 *
 * @param legalOrder the order of an authority that lets a suspension hold at once
 */
public record ShopVerdict(
        Kind kind, String reason, @Nullable String legalOrder) {

    /** What an officer may say. */
    public enum Kind {
        /** The shop may sell. */
        OPEN("opened"),
        /** Its people have something to mend first. */
        ASK_CHANGES("sent-back"),
        REFUSE("refused"),
        /** Announced, and in force when the notice has run. */
        SUSPEND("suspended"),
        /** Takes an announced or standing suspension back. */
        LIFT("lifted"),
        /** The suspension stands, whatever the shop's people answered. */
        UPHOLD("upheld");

        private final String done;

        Kind(String done) {
            this.done = done;
        }

        String done() {
            return done;
        }

        /** The states from which it can be said. */
        Set<Shop.Status> from() {
            return switch (this) {
                case OPEN, ASK_CHANGES, REFUSE -> EnumSet.of(Shop.Status.UNDER_REVIEW);
                case SUSPEND -> EnumSet.of(Shop.Status.OPEN);
                case LIFT, UPHOLD -> EnumSet.of(Shop.Status.OPEN, Shop.Status.SUSPENDED);
            };
        }

        /** Where the shop is afterwards; a suspension that only was announced leaves it where it is. */
        Shop.Status to(Shop.Status now) {
            return switch (this) {
                case OPEN, LIFT, SUSPEND -> Shop.Status.OPEN;
                case ASK_CHANGES -> Shop.Status.APPLIED;
                case REFUSE -> Shop.Status.CLOSED;
                case UPHOLD -> now;
            };
        }
    }

    /** Refuses what cannot be said of the shop as it stands. */
    void mustFit(ShopFile shop) {
        if (kind != Kind.OPEN && reason.isBlank()) {
            throw new ProblemException(ShopProblem.REASON_NEEDED);
        }
        var restriction = shop.restriction();
        boolean fits = kind.from().contains(shop.status())
                && (kind != Kind.SUSPEND || restriction == null)
                && (kind != Kind.LIFT || restriction != null)
                && (kind != Kind.UPHOLD || (restriction != null && restriction.waitsForWord()));
        if (!fits) {
            throw new ProblemException(ShopProblem.ILLEGAL_DECISION, shop.status());
        }
    }

    boolean holdsAtOnce() {
        return kind == Kind.SUSPEND && legalOrder != null && !legalOrder.isBlank();
    }

    /** When a suspension takes effect: at once by order, else when its notice has run. */
    Instant effectiveAt(Instant now, int noticeDays) {
        return holdsAtOnce() ? now : now.plus(Duration.ofDays(noticeDays));
    }

    /** Where the shop is at once. */
    Shop.Status statusNow(Shop.Status now, int noticeDays) {
        return kind == Kind.SUSPEND && (holdsAtOnce() || noticeDays == 0) ? Shop.Status.SUSPENDED : kind.to(now);
    }
}
