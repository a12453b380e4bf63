package vn.ocop.marketplace.payment.payout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/**
 * An approved payout that waits at a counter.
 *
 * @param secret what the recipient has to say
 * @param wrong how often somebody said or showed something else
 */
record CashClaim(
        UUID payout,
        UUID batch,
        UUID shop,
        String code,
        Vnd amount,
        String office,
        CashRecipient recipient,
        String secret,
        int wrong,
        Instant until,
        Payout.Status status) {

    static final int MOST_WRONG = 5;

    /** What somebody says and shows at the counter. */
    record Shown(String secret, String identity) {

        Shown {
            secret = secret.replaceAll("\\D", "");
            identity = identity.replaceAll("[\\s.-]", "");
        }

        @Override
        public String toString() {
            return "Shown[]";
        }
    }

    boolean locked() {
        return wrong >= MOST_WRONG;
    }

    /** Why nobody is handed it; empty where whoever stands there is. */
    Optional<PayoutProblem> refusal(Shown shown, Instant now) {
        if (status != Payout.Status.DUE || now.isAfter(until)) {
            return Optional.of(PayoutProblem.MOVED_ON);
        }
        if (locked()) {
            return Optional.of(PayoutProblem.CODE_LOCKED);
        }
        // Nobody is told which of them was wrong.
        var said = same(secret, shown.secret());
        var showed = same(recipient.identity(), shown.identity());
        return said && showed ? Optional.empty() : Optional.of(PayoutProblem.WRONG_CODE);
    }

    private static boolean same(String known, String shown) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "CashClaim[" + code + "]";
    }
}
