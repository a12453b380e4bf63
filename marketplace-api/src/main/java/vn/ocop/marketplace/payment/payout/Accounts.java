package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;

/**
 * The accounts sellers are paid on, sealed. The first one counts at once; a later one waits, so that whoever takes over
 * a seller's sign-in is not paid before the seller sees it.
 */
@Service
public class Accounts {

    private static final Duration WAIT = Duration.ofDays(3);

    private final DatabaseClient database;
    private final SecretBox secrets;
    private final JsonMapper json;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Accounts(
            DatabaseClient database,
            SecretBox secrets,
            JsonMapper json,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.json = json;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An account as its seller sees it. */
    public record Named(String bin, String hint, String holder, Instant usableFrom) {}

    /** Saying the same again changes nothing, least of all when it counts. */
    public Mono<Named> name(UUID shop, BankAccount account, Caller seller) {
        mustKeepMoney(seller, shop);
        return sealed(shop)
                .filter(known -> open(known).equals(account))
                .flatMap(known -> find(shop))
                .switchIfEmpty(Mono.defer(() -> change(shop, account, seller)));
    }

    private Mono<byte[]> sealed(UUID shop) {
        return database.sql("select account from payout.accounts where shop_id = :shop")
                .bind("shop", shop)
                .map(row -> Rows.get(row, "account", byte[].class))
                .one();
    }

    private Mono<Named> change(UUID shop, BankAccount account, Caller seller) {
        var now = clock.instant();
        return database.sql("""
                insert into payout.accounts as a (shop_id, bank_bin, account, hint, changed_by, changed_at, usable_from)
                values (:shop, :bin, :account, :hint, :by, :now,
                        case when exists (select from payout.cash_points where shop_id = :shop)
                             then :later::timestamptz else :now::timestamptz end)
                on conflict (shop_id) do update
                   set bank_bin = :bin, account = :account, hint = :hint, changed_by = :by, changed_at = :now,
                       usable_from = :later
                """)
                .bind("shop", shop)
                .bind("bin", account.bin())
                .bind("account", secrets.seal(json.writeValueAsString(account)))
                .bind("hint", account.hint())
                .bind("by", seller.id())
                .bind("now", now)
                .bind("later", now.plus(WAIT))
                .then()
                .then(Mono.defer(() -> audit.record(
                        seller,
                        Act.of("payout.account-changed", Act.Owner.shop(shop))
                                .on(shop)
                                .with("hint", account.hint()))))
                .as(transaction::transactional)
                .then(Mono.defer(() -> find(shop)));
    }

    public Mono<Named> find(UUID shop, Caller seller) {
        mustKeepMoney(seller, shop);
        return find(shop).switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)));
    }

    private Mono<Named> find(UUID shop) {
        return database.sql("select account, hint, usable_from from payout.accounts where shop_id = :shop")
                .bind("shop", shop)
                .map(row -> {
                    var account = open(Rows.get(row, "account", byte[].class));
                    return new Named(
                            account.bin(),
                            Rows.get(row, "hint", String.class),
                            account.holder(),
                            Rows.get(row, "usable_from", Instant.class));
                })
                .one();
    }

    /** The account a shop is paid on now; empty while it has named none that counts. */
    public Mono<BankAccount> usable(UUID shop) {
        return database.sql("select account from payout.accounts where shop_id = :shop and usable_from <= :now")
                .bind("shop", shop)
                .bind("now", clock.instant())
                .map(row -> open(Rows.get(row, "account", byte[].class)))
                .one();
    }

    BankAccount open(byte[] sealed) {
        return json.readValue(secrets.open(sealed), BankAccount.class);
    }

    static void mustKeepMoney(Caller seller, UUID shop) {
        seller.mustBeAllowed(Permission.SHOP_MONEY, shop.toString(), PayoutProblem.NOT_FOUND);
    }
}
