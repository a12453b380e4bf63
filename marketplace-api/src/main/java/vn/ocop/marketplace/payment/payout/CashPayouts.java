package vn.ocop.marketplace.payment.payout;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Notices;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Sellers' money that a clerk hands over at a post office: to whoever says the payout's secret and shows the identity
 * document its seller named. It comes out of the clerk's till, and the post owes the platform so much less.
 */
@Service
public class CashPayouts {

    private static final int SECRETS = 100_000_000;

    private final CashClaimRepository claims;
    private final PayoutRepository payouts;
    private final PostCounters counters;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Notices notices;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration window;
    private final SecureRandom random = new SecureRandom();

    CashPayouts(
            CashClaimRepository claims,
            PayoutRepository payouts,
            PostCounters counters,
            Ledger ledger,
            Idempotency idempotency,
            Notices notices,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock,
            // Long enough for whoever comes to market once a month.
            @Value("${marketplace.cash-payout-window:P30D}") Duration window) {
        this.claims = claims;
        this.payouts = payouts;
        this.counters = counters;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.window = window;
    }

    /**
     * Cash that waits for its seller.
     *
     * @param secret what to say at the counter, with the payout's code
     * @param locked whether it was guessed at too often: then it takes another secret
     */
    public record Waiting(
            UUID id,
            String code,
            Vnd amount,
            String office,
            String officeName,
            String recipient,
            String secret,
            boolean locked,
            Instant until) {

        @Override
        public String toString() {
            return "Waiting[" + code + "]";
        }
    }

    /** What a clerk is to hand over, and to whom. */
    public record Due(String code, Vnd amount, String recipient, Instant until) {}

    /** What a clerk handed over. */
    public record Receipt(String code, Vnd amount, String office, Instant at) {}

    private record Handing(String office, String code) {}

    /** A wrong secret is counted, so it is an answer and not a failure that would take the counting back. */
    private record Handed(
            @Nullable Receipt receipt, @Nullable PayoutProblem refusal) {

        Mono<Receipt> answer() {
            return receipt == null
                    ? Mono.error(new ProblemException(refusal == null ? PayoutProblem.MOVED_ON : refusal))
                    : Mono.just(receipt);
        }
    }

    /** Gives each of an approved batch its secret and tells the owners where their money waits; in the approval. */
    Mono<Void> release(UUID batch) {
        return claims.ofBatch(batch)
                .concatMap(payout -> claims.give(
                                payout,
                                secret(),
                                clock.instant(),
                                clock.instant().plus(window))
                        .then(Mono.defer(() -> payouts.lock(payout)))
                        .flatMap(this::tell))
                .then();
    }

    private Mono<Void> tell(Payout payout) {
        var office = payout.office();
        return office == null
                ? Mono.empty()
                : counters.officeName(office)
                        .flatMap(name -> notices.toOwners(
                                Membership.Kind.SHOP,
                                payout.shopId().toString(),
                                "payout.notice.cash",
                                payout.code(),
                                name));
    }

    private String secret() {
        return String.format(Locale.ROOT, "%08d", random.nextInt(SECRETS));
    }

    public Mono<List<Waiting>> waiting(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return claims.waiting(shop).concatMap(this::named).collectList();
    }

    private Mono<Waiting> named(CashClaim claim) {
        return counters.officeName(claim.office())
                .defaultIfEmpty(claim.office())
                .map(name -> new Waiting(
                        claim.payout(),
                        claim.code(),
                        claim.amount(),
                        claim.office(),
                        name,
                        claim.recipient().name(),
                        claim.secret(),
                        claim.locked(),
                        claim.until()));
    }

    /** Another secret, where somebody saw the old one or guessed at it. */
    public Mono<Waiting> renew(UUID shop, UUID payout, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return claims.lock(shop, payout)
                .filter(claim -> claim.status() == Payout.Status.DUE)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .delayUntil(claim -> claims.give(payout, secret(), clock.instant(), claim.until()))
                .delayUntil(claim -> audit.record(
                        seller,
                        Act.of("payout.cash-secret-renewed", Act.Owner.shop(shop))
                                .on(payout)))
                .flatMap(claim -> claims.lock(shop, payout))
                .as(transaction::transactional)
                .flatMap(this::named);
    }

    public Mono<Due> due(String office, String code, Caller clerk) {
        mustKeepMoney(office, clerk);
        return claims.at(office, tidy(code))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .filter(claim ->
                        claim.status() == Payout.Status.DUE && !clock.instant().isAfter(claim.until()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.MOVED_ON)))
                .map(claim ->
                        new Due(claim.code(), claim.amount(), claim.recipient().name(), claim.until()));
    }

    /** As people read it out: with spaces or without, large or small. */
    private static String tidy(String code) {
        return code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    public Mono<Receipt> hand(String office, String code, String secret, String identity, Asked asked) {
        mustKeepMoney(office, asked.clerk());
        var shown = new CashClaim.Shown(secret, identity);
        return idempotency
                .once(
                        new Idempotency.Request(asked.clerk().id(), asked.key(), new Handing(office, tidy(code))),
                        Handed.class,
                        () -> claims.lockAt(office, tidy(code))
                                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                                .flatMap(claim -> decide(claim, shown, asked.clerk())))
                .as(transaction::transactional)
                .flatMap(Handed::answer);
    }

    /** Who asks, and under which key. */
    public record Asked(Caller clerk, String key) {}

    private Mono<Handed> decide(CashClaim claim, CashClaim.Shown shown, Caller clerk) {
        var refusal = claim.refusal(shown, clock.instant()).orElse(null);
        if (refusal == null) {
            return handOver(claim, clerk);
        }
        var refused = new Handed(null, refusal);
        return refusal == PayoutProblem.WRONG_CODE
                ? claims.wrong(claim.payout()).thenReturn(refused)
                : Mono.just(refused);
    }

    private Mono<Handed> handOver(CashClaim claim, Caller clerk) {
        var receipt = new Receipt(claim.code(), claim.amount(), claim.office(), clock.instant());
        return counters.paidOut(claim.office(), claim.code(), claim.amount(), clerk.id())
                .then(Mono.defer(() -> payouts.paid(claim.payout(), "CASH-" + claim.code(), clerk.id(), receipt.at())))
                .then(Mono.defer(() -> ledger.book(new LedgerTransaction(
                        "PAYOUT",
                        "payout:" + claim.payout(),
                        "PAYOUT:" + claim.payout(),
                        Posting.of(
                                Balance.of(Account.SHOP_PAYABLE, claim.shop()),
                                Balance.of(Account.CARRIER_RECEIVABLE),
                                claim.amount())))))
                .then(Mono.defer(() -> audit.record(
                        clerk,
                        Act.of("payout.cash-handed-over", Act.Owner.shop(claim.shop()))
                                .on(claim.payout())
                                .with("office", claim.office()))))
                .then(Mono.defer(() -> payouts.closeDone(claim.batch(), clock.instant())))
                .thenReturn(new Handed(receipt, null));
    }

    private static void mustKeepMoney(String office, Caller clerk) {
        clerk.mustBeAllowed(Permission.POST_MONEY, office, PayoutProblem.NOT_FOUND);
    }
}
