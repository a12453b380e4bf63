package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What buyers pay into shops' own accounts. Only the shop sees those, so it says what came in; and what has to go back
 * is its own duty, with a day by which it is due. Nothing of it lies with the platform, whose books know only what the
 * shop owes for it.
 */
@Service
public class DirectPayments {

    private static final Duration TRANSFERS_MAY_TAKE = Duration.ofDays(7);

    private final DirectRepository direct;
    private final PaymentRepository payments;
    private final AttemptRepository attempts;
    private final PaymentBooks books;
    private final LateMoney late;
    private final RefundBooking booking;
    private final RefundAccounts accounts;
    private final AuditLog audit;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DirectPayments(
            DirectRepository direct,
            PaymentRepository payments,
            AttemptRepository attempts,
            PaymentBooks books,
            LateMoney late,
            RefundBooking booking,
            RefundAccounts accounts,
            AuditLog audit,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.direct = direct;
        this.payments = payments;
        this.attempts = attempts;
        this.books = books;
        this.late = late;
        this.booking = booking;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A transfer the shop is to look for.
     *
     * @param reference what its memo says
     */
    public record AwaitedTransfer(
            String purchase,
            String reference,
            Vnd amount,
            PaymentStatus status,
            @Nullable Instant payUntil) {}

    /** How far a shop's sending money back has got. */
    public enum Duty {
        DUE,
        OVERDUE,
        DONE
    }

    /** What a shop sends back. */
    public record ShopRefund(
            UUID id,
            String purchase,
            UUID shop,
            Vnd amount,
            Instant askedAt,
            Instant dueAt,
            Duty duty,
            @Nullable Instant doneAt) {}

    /** The same as its shop sees it, with where its buyer wants it; null while none was named. */
    public record OwedRefund(ShopRefund refund, @Nullable RefundAccount account) {}

    /** What a shop has to do about money it is paid itself. */
    public record DirectDesk(List<AwaitedTransfer> awaited, List<OwedRefund> owed) {}

    public Mono<DirectDesk> desk(UUID shop, Caller seller) {
        mustKeepMoney(seller, shop);
        var since = clock.instant().minus(TRANSFERS_MAY_TAKE);
        return Mono.zip(
                direct.awaited(shop, since)
                        .map(found -> new AwaitedTransfer(
                                found.purchase(),
                                TransferMemo.reference(found.purchase()),
                                found.amount(),
                                found.status(),
                                found.payUntil()))
                        .collectList(),
                direct.ofShop(shop)
                        .map(owed -> new OwedRefund(refund(owed), accounts.open(owed.account())))
                        .collectList(),
                DirectDesk::new);
    }

    /**
     * The whole amount is on the shop's account; saying so again changes nothing. A purchase that did not wait for it
     * any more is opened again while its goods are there; else the shop has to send the money back.
     */
    public Mono<Void> received(UUID shop, String purchase, Caller seller) {
        mustKeepMoney(seller, shop);
        return direct.payable(shop, purchase)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .flatMap(payments::lockByPayable)
                .flatMap(payment -> switch (payment.status()) {
                    case PENDING -> capture(payment).then(Mono.defer(() -> noted(purchase, shop, seller)));
                    case EXPIRED, CANCELLED ->
                        payment.captured().equals(Vnd.ZERO)
                                ? late.receive(payment, payment.amount(), source(payment))
                                        .then(Mono.defer(() -> noted(purchase, shop, seller)))
                                : Mono.<Void>empty();
                    case PAID, REFUNDED, DUE_ON_DELIVERY -> Mono.<Void>empty();
                })
                .as(transaction::transactional);
    }

    private Mono<Void> capture(Payment payment) {
        var due = payment.due();
        return payments.record(payment.id(), "CAPTURED", due, source(payment), clock.instant())
                .filter(Boolean::booleanValue)
                .delayUntil(first -> books.sold(payment, due, source(payment)))
                .flatMap(first -> payments.save(payment.capture(due)))
                .flatMap(saved -> outbox.append(
                        PaymentEvents.CAPTURED, saved.payableId(), new PaymentEvents.Captured(saved.payableId())));
    }

    private static String source(Payment payment) {
        return "direct:" + payment.id();
    }

    private Mono<Void> noted(String purchase, UUID shop, Caller seller) {
        return audit.record(
                seller,
                Act.of("payment.received-directly", Act.Owner.shop(shop))
                        .on(shop)
                        .with("purchase", purchase));
    }

    /** What the shops of a purchase send back; only for those who may see the purchase. */
    public Mono<List<ShopRefund>> ofPurchase(UUID payable) {
        return direct.ofPayable(payable).map(this::refund).collectList();
    }

    public Mono<List<ShopRefund>> open(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
        return direct.open().map(this::refund).collectList();
    }

    /** The shop has sent it back, with its bank's number of that; saying so again changes nothing. */
    public Mono<Void> sentBack(UUID shop, UUID id, String bankRef, Caller seller) {
        mustKeepMoney(seller, shop);
        return direct.lock(shop, id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .filter(owed -> owed.doneAt() == null)
                .flatMap(owed -> attempts.find(id)
                        .flatMap(attempt -> booking.book(attempt, "shop:" + id + ":" + bankRef))
                        .then(Mono.defer(() -> direct.done(id, clock.instant())))
                        .then(Mono.defer(() -> audit.record(
                                seller,
                                Act.of("payment.sent-back-directly", Act.Owner.shop(shop))
                                        .on(shop)
                                        .with("purchase", owed.purchase())
                                        .with("bankRef", bankRef)))))
                .as(transaction::transactional);
    }

    private ShopRefund refund(DirectRepository.Owed owed) {
        return new ShopRefund(
                owed.id(),
                owed.purchase(),
                owed.shop(),
                owed.amount(),
                owed.askedAt(),
                owed.dueAt(),
                duty(owed.dueAt(), owed.doneAt(), clock.instant()),
                owed.doneAt());
    }

    static Duty duty(Instant dueAt, @Nullable Instant doneAt, Instant now) {
        if (doneAt != null) {
            return Duty.DONE;
        }
        return now.isAfter(dueAt) ? Duty.OVERDUE : Duty.DUE;
    }

    private static void mustKeepMoney(Caller seller, UUID shop) {
        seller.mustBeAllowed(Permission.SHOP_MONEY, shop.toString(), PaymentProblem.NOT_FOUND);
    }
}
