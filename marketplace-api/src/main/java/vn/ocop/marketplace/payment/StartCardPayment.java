package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Opens the provider's payment page for a purchase. The attempt is written down first; asking again while a page is
 * open answers the same page, also when the process died between the call and its answer.
 */
@Service
public class StartCardPayment {

    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final CardGateway cards;
    private final TransactionalOperator transaction;
    private final Clock clock;

    StartCardPayment(
            PaymentRepository payments,
            AttemptRepository attempts,
            CardGateway cards,
            TransactionalOperator transaction,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.cards = cards;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where to send the buyer, and until when the purchase waits for the money. */
    public record Page(String redirectUrl, Instant expiresAt) {}

    private record Prepared(Payment payment, PaymentAttempt attempt) {}

    public Mono<Page> start(Payable payable) {
        return prepare(payable)
                .as(transaction::transactional)
                .flatMap(prepared -> url(prepared, payable).map(url -> new Page(url, expiry(prepared.payment()))));
    }

    private Mono<Prepared> prepare(Payable payable) {
        return payments.lockByPayable(payable.id())
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .map(this::payable)
                .flatMap(payment -> attempts.openCheckout(payment.id())
                        .switchIfEmpty(
                                Mono.defer(() -> attempts.addCheckout(payment.id(), payment.due(), clock.instant())))
                        .map(attempt -> new Prepared(payment, attempt)));
    }

    private Payment payable(Payment payment) {
        if (payment.method() != PaymentMethod.CARD || payment.status() != PaymentStatus.PENDING) {
            throw new ProblemException(PaymentProblem.NOTHING_TO_PAY);
        }
        if (clock.instant().isAfter(expiry(payment))) {
            throw new ProblemException(PaymentProblem.TIME_IS_UP);
        }
        return payment;
    }

    private Mono<String> url(Prepared prepared, Payable payable) {
        var known = prepared.attempt().redirectUrl();
        return known != null
                ? Mono.just(known)
                : cards.open(prepared.attempt(), payable)
                        .onErrorMap(
                                failure -> !(failure instanceof ProblemException),
                                failure -> new ProblemException(PaymentProblem.CARD_UNAVAILABLE))
                        .delayUntil(
                                session -> attempts.opened(prepared.attempt().id(), session))
                        .map(CardSession::url);
    }

    private static Instant expiry(Payment payment) {
        var until = payment.payUntil();
        return until == null ? Instant.MAX : until;
    }
}
