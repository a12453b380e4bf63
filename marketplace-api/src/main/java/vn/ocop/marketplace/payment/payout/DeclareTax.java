package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * Declares the tax of a month once it is over and notes its payment. What was given back after its month was declared
 * is netted in the next, as the law says.
 */
@Service
public class DeclareTax {

    private final TaxRepository taxes;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DeclareTax(TaxRepository taxes, Ledger ledger, TransactionalOperator transaction, Clock clock) {
        this.taxes = taxes;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The declarations, newest first, after what has been withheld since. */
    public Mono<List<TaxDeclaration>> all(Caller caller) {
        mustRunThePlatform(caller);
        return taxes.open(YearMonth.from(BusinessTime.today(clock)))
                .concatWith(taxes.declared())
                .collectList();
    }

    public Mono<List<TaxDeclaration.SellerShare>> shares(YearMonth month, Caller caller) {
        mustRunThePlatform(caller);
        return taxes.shares(month).collectList();
    }

    public Mono<TaxDeclaration> declare(YearMonth month, Caller caller) {
        mustRunThePlatform(caller);
        if (!month.isBefore(YearMonth.from(BusinessTime.today(clock)))) {
            throw new ProblemException(PayoutProblem.MONTH_NOT_OVER);
        }
        return taxes.lockEntries()
                .then(Mono.defer(() -> taxes.declare(month, end(month), caller.id(), clock.instant())))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.ALREADY_DECLARED)))
                .delayUntil(declared -> taxes.markDeclared(month, end(month)))
                .as(transaction::transactional);
    }

    /** Notes that it was paid to the state; saying so twice pays once. */
    public Mono<TaxDeclaration> paid(YearMonth month, Caller caller) {
        mustRunThePlatform(caller);
        return taxes.pay(month, caller.id(), clock.instant())
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .delayUntil(declared -> taxes.shares(month)
                        .collectList()
                        .flatMap(shares -> ledger.book(new LedgerTransaction(
                                "TAX_PAYMENT", "declaration:" + month, "TAX_PAYMENT:" + month, postings(shares)))))
                .as(transaction::transactional);
    }

    /**
     * Seller by seller, because each has a balance of its own; one who got more back than was withheld goes against.
     */
    static List<Posting> postings(List<TaxDeclaration.SellerShare> shares) {
        var postings = new ArrayList<Posting>();
        shares.forEach(share -> postings.addAll(
                Posting.of(Balance.of(Account.TAX_WITHHELD, share.shop()), Balance.of(Account.BANK), share.tax())));
        return postings;
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static void mustRunThePlatform(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PayoutProblem.NOT_FOUND);
    }
}
