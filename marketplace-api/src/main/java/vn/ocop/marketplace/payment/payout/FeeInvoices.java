package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Ledger;
import vn.ocop.marketplace.payment.ledger.LedgerTransaction;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** The platform's invoices to its shops, and what shops pay of what they owe. */
@Service
public class FeeInvoices {

    private final FeeInvoiceRepository invoices;
    private final Earnings earnings;
    private final Ledger ledger;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    FeeInvoices(
            FeeInvoiceRepository invoices,
            Earnings earnings,
            Ledger ledger,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.invoices = invoices;
        this.earnings = earnings;
        this.ledger = ledger;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest first. */
    public Mono<List<FeeInvoice>> ofShop(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return invoices.ofShop(shop).collectList();
    }

    public Mono<FeeInvoice> find(UUID shop, UUID id, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return invoices.find(shop, id).switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)));
    }

    /** All of a month in the order of their numbers, for those who hand them to the tax office's system. */
    public Mono<List<FeeInvoice>> ofMonth(YearMonth month, Caller caller) {
        mustRunThePlatform(caller);
        return invoices.ofMonth(month).collectList();
    }

    /** A shop has paid of what it owes; saying the same again under the same number of the bank changes nothing. */
    public Mono<Void> paid(UUID shop, Vnd amount, String bankRef, Caller caller) {
        mustRunThePlatform(caller);
        return invoices.addPayment(shop, amount, bankRef, caller.id(), clock.instant())
                .switchIfEmpty(Mono.defer(() -> invoices.isPayment(shop, amount, bankRef)
                        .flatMap(same -> same
                                ? Mono.<UUID>empty()
                                : Mono.error(new ProblemException(PayoutProblem.BANK_REF_KNOWN)))))
                .delayUntil(payment -> earnings.earn(shop, payment, "FEE_PAYMENT", amount))
                .delayUntil(payment -> ledger.book(new LedgerTransaction(
                        "FEE_PAYMENT",
                        "shop:" + shop,
                        "FEE_PAYMENT:" + payment,
                        Posting.of(Balance.of(Account.BANK), Balance.of(Account.SHOP_PAYABLE, shop), amount))))
                .flatMap(payment -> audit.record(
                        caller,
                        Act.of("payout.fee-paid", Act.Owner.shop(shop)).on(shop).with("bankRef", bankRef)))
                .as(transaction::transactional);
    }

    private static void mustRunThePlatform(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PayoutProblem.NOT_FOUND);
    }
}
