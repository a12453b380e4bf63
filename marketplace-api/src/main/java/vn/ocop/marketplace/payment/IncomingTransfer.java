package vn.ocop.marketplace.payment;

import java.time.Instant;
import vn.ocop.marketplace.platform.Vnd;

/**
 * A transfer as the bank tells of it.
 *
 * @param bankRef the bank's own number of it, the same in its messages and on its statements
 */
record IncomingTransfer(String bankRef, String account, Vnd amount, String memo, Instant bookedAt) {

    private static final int MEMO = 500;

    IncomingTransfer {
        memo = memo.substring(0, Math.min(MEMO, memo.length()));
    }
}
