package vn.ocop.marketplace.payment;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The card provider as payments need it. Every call may be repeated: the attempt's id keeps repeats harmless. */
interface CardGateway {

    boolean available();

    /** Opens a page, or answers the one that was opened for this attempt: it asks for the same every time. */
    Mono<CardSession> open(PaymentAttempt attempt, Payable payable);

    Mono<CardSession> read(String ref);

    /** Closes the page so that nobody can pay there any more; answers how it stands, which may be paid. */
    Mono<CardSession> expire(String ref);

    /** Sends money back. Long after the attempt was written down it looks first whether that was done. */
    Mono<SentRefund> refund(PaymentAttempt attempt);

    /** A refund as the provider took it: its id there, and whether the card's bank would not have it. */
    record SentRefund(String ref, boolean failed) {}

    /** Checks a webhook's signature and age, and reads its type and id; refuses a forged one. */
    SignedEvent verify(String body, String signature);

    /** What a stored webhook tells; empty for events that do not matter here. */
    Mono<CardNews> newsOf(String body);

    /** All that were opened since then, as they stand. */
    Flux<CardDispute> disputesSince(Instant when);

    /** A webhook whose signature was right. */
    record SignedEvent(String id, String type) {}
}
