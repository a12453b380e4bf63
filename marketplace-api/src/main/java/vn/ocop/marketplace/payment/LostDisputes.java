package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Charges lost disputes to whom they belong, always inside the transaction of those who know the orders. Refunds that
 * were due anyway are done with it: the buyer has the money. What no refund explains is the platform's loss.
 */
@Service
public class LostDisputes {

    private final DisputeRepository disputes;
    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final RefundRequests refunds;
    private final RefundBooking booking;
    private final PaymentBooks books;
    private final Clock clock;

    LostDisputes(
            DisputeRepository disputes,
            PaymentRepository payments,
            AttemptRepository attempts,
            RefundRequests refunds,
            RefundBooking booking,
            PaymentBooks books,
            Clock clock) {
        this.disputes = disputes;
        this.payments = payments;
        this.attempts = attempts;
        this.refunds = refunds;
        this.booking = booking;
        this.books = books;
        this.clock = clock;
    }

    /** What is still to be taken back of the orders, and from whom. */
    public record Loss(Vnd amount, Takeback.Bearer bearer) {}

    /** Empty when it was charged before. Locks the payment. */
    public Mono<Loss> find(UUID payableId, String dispute) {
        return payments.lockByPayable(payableId)
                .flatMap(payment -> disputes.unsettled(dispute)
                        .flatMap(loss -> payments.captured(payment.id(), loss.charge())
                                .flatMap(counted -> counted ? notYetDue(payment, loss) : Mono.just(Vnd.ZERO))
                                .map(amount -> new Loss(amount, loss.bearer()))));
    }

    private Mono<Vnd> notYetDue(Payment payment, DisputeRepository.Loss loss) {
        return attempts.openCardRefunds(payment.id())
                .map(PaymentAttempt::amount)
                .reduce(Vnd.ZERO, Vnd::plus)
                .map(due -> loss.amount().minus(due.min(loss.amount())));
    }

    /** After what it costs was taken back: the open refunds are done as far as it reaches. */
    public Mono<Void> settle(UUID payableId, String dispute) {
        return payments.lockByPayable(payableId)
                .flatMap(payment -> disputes.unsettled(dispute)
                        .flatMap(loss -> attempts.openCardRefunds(payment.id())
                                .filter(attempt -> loss.charge().equals(attempt.intentRef()))
                                .collectList()
                                .map(open -> covered(loss.amount(), open))
                                .flatMap(covered -> cover(dispute, covered)
                                        .then(Mono.defer(() -> disputes.settled(dispute, clock.instant())))
                                        .then(Mono.defer(() -> books.lost(payment, dispute, rest(loss, covered))))
                                        .thenMany(Flux.defer(() -> attempts.openCardRefunds(payment.id())))
                                        .concatMap(left -> refunds.send(payment, left))
                                        .then())));
    }

    private Mono<Void> cover(String dispute, List<PaymentAttempt> covered) {
        return Flux.fromIterable(covered)
                .concatMap(attempt -> attempts.coverByDispute(attempt.id())
                        .flatMap(now -> booking.book(now, dispute + ":" + attempt.id())))
                .then();
    }

    private static Vnd rest(DisputeRepository.Loss loss, List<PaymentAttempt> covered) {
        return loss.amount()
                .minus(Vnd.sum(covered.stream().map(PaymentAttempt::amount).toList()));
    }

    /** The refunds it pays for, oldest first; one it does not reach for whole is sent as usual. */
    static List<PaymentAttempt> covered(Vnd amount, List<PaymentAttempt> open) {
        var covered = new ArrayList<PaymentAttempt>();
        var left = amount;
        for (var attempt : open) {
            if (attempt.amount().compareTo(left) <= 0) {
                covered.add(attempt);
                left = left.minus(attempt.amount());
            }
        }
        return List.copyOf(covered);
    }
}
