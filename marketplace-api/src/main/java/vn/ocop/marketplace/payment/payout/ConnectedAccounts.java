package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;

/** Which shops are paid into an account at the card's provider; the provider has checked by then whose it is. */
@Service
public class ConnectedAccounts {

    private final DatabaseClient database;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ConnectedAccounts(DatabaseClient database, AuditLog audit, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From the next payout on. */
    public Mono<Void> connect(UUID shop, String account, Caller caller) {
        mustKeepMoney(caller);
        if (!account.matches("acct_[0-9A-Za-z]{1,100}")) {
            return Mono.error(() -> new ProblemException(PayoutProblem.BAD_ACCOUNT));
        }
        return database.sql("""
                insert into payout.connected_accounts (shop_id, account, set_by, set_at)
                values (:shop, :account, :by, :now)
                on conflict (shop_id) do update set account = :account, set_by = :by, set_at = :now
                """)
                .bind("shop", shop)
                .bind("account", account)
                .bind("by", caller.id())
                .bind("now", clock.instant())
                .then()
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("payout.account-connected", Act.Owner.shop(shop)).on(shop))))
                .as(transaction::transactional);
    }

    /** Paid to its bank again, from the next payout on. */
    public Mono<Void> disconnect(UUID shop, Caller caller) {
        mustKeepMoney(caller);
        return database.sql("delete from payout.connected_accounts where shop_id = :shop")
                .bind("shop", shop)
                .then()
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("payout.account-disconnected", Act.Owner.shop(shop))
                                .on(shop))))
                .as(transaction::transactional);
    }

    private static void mustKeepMoney(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PayoutProblem.NOT_FOUND);
    }
}
