package vn.ocop.marketplace.hotreads;

import java.util.concurrent.atomic.LongAdder;

/** How requests for hot paths were answered since the start. */
public final class HotReadCounters {

    final LongAdder fresh = new LongAdder();
    final LongAdder stale = new LongAdder();
    final LongAdder waited = new LongAdder();
    final LongAdder ran = new LongAdder();
    final LongAdder passed = new LongAdder();

    /** Answered from ready-made bytes. */
    public long fresh() {
        return fresh.sum();
    }

    /** Answered with old bytes while another request was fetching new ones. */
    public long stale() {
        return stale.sum();
    }

    /** Held until another request for the same had its answer. */
    public long waited() {
        return waited.sum();
    }

    /** Ran through the application to make the bytes. */
    public long ran() {
        return ran.sum();
    }

    /** Ran because the last answer was not one to keep: an error, a personal or an oversized one. */
    public long passed() {
        return passed.sum();
    }
}
