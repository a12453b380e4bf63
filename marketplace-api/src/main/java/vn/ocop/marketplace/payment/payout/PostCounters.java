package vn.ocop.marketplace.payment.payout;

import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/** Post offices as payouts know them: what they are called, and the tills out of which clerks hand cash to sellers. */
public interface PostCounters {

    /** What an office is called; empty where there is no such office. */
    Mono<String> officeName(String code);

    /** The offices for people of a commune by their codes, the nearest first. */
    Mono<Map<String, String>> officesFor(String communeCode);

    /** Out of the clerk's open till, in the transaction that books it; refused where there is not so much in it. */
    Mono<Void> paidOut(String office, String payout, Vnd amount, UUID clerk);
}
