package vn.ocop.marketplace.payment.payout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * At which post office sellers without a bank fetch their money, and who fetches it. Like an account, the first one
 * counts at once and whatever replaces something waits.
 */
@Service
public class CashPoints {

    private static final Duration WAIT = Duration.ofDays(3);

    private final DatabaseClient database;
    private final PostCounters counters;
    private final ShopDirectory shops;
    private final SecretBox secrets;
    private final JsonMapper json;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CashPoints(
            DatabaseClient database,
            PostCounters counters,
            ShopDirectory shops,
            SecretBox secrets,
            JsonMapper json,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.counters = counters;
        this.shops = shops;
        this.secrets = secrets;
        this.json = json;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As its seller sees it. */
    public record Named(String office, String officeName, String recipient, String hint, Instant usableFrom) {}

    private record Kept(String office, CashRecipient recipient, Instant usableFrom) {

        boolean same(String other, CashRecipient person) {
            return office.equals(other) && recipient.equals(person);
        }
    }

    /** The offices a shop can choose from, by code, the nearest first. */
    public Mono<Map<String, String>> offices(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return shops.find(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .flatMap(found -> counters.officesFor(found.communeCode()));
    }

    /** Not found where the shop is paid by its bank. */
    public Mono<Named> find(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return kept(shop)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NOT_FOUND)))
                .flatMap(this::named);
    }

    private Mono<Kept> kept(UUID shop) {
        return database.sql("""
                select office_code, recipient, usable_from
                  from payout.cash_points
                 where shop_id = :shop
                   and left_at is null
                """)
                .bind("shop", shop)
                .map(row -> new Kept(
                        Rows.get(row, "office_code", String.class),
                        json.readValue(secrets.open(Rows.get(row, "recipient", byte[].class)), CashRecipient.class),
                        Rows.get(row, "usable_from", Instant.class)))
                .one();
    }

    private Mono<Named> named(Kept kept) {
        return counters.officeName(kept.office())
                .defaultIfEmpty(kept.office())
                .map(name -> new Named(
                        kept.office(),
                        name,
                        kept.recipient().name(),
                        kept.recipient().hint(),
                        kept.usableFrom()));
    }

    /** Saying the same again changes nothing, least of all when it counts. */
    public Mono<Named> choose(UUID shop, String office, CashRecipient recipient, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return counters.officeName(office)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PayoutProblem.NO_OFFICE)))
                .flatMap(known -> kept(shop))
                .filter(kept -> kept.same(office, recipient))
                .switchIfEmpty(
                        Mono.defer(() -> change(shop, office, recipient, seller).then(Mono.defer(() -> kept(shop)))))
                .flatMap(this::named);
    }

    private Mono<Void> change(UUID shop, String office, CashRecipient recipient, Caller seller) {
        var now = clock.instant();
        return database.sql("""
                insert into payout.cash_points (shop_id, office_code, recipient, hint, changed_by, changed_at, usable_from)
                values (:shop, :office, :recipient, :hint, :by, :now,
                        case when exists (select from payout.accounts where shop_id = :shop)
                             then :later::timestamptz else :now::timestamptz end)
                on conflict (shop_id) do update
                   set office_code = :office, recipient = :recipient, hint = :hint, changed_by = :by, changed_at = :now,
                       usable_from = :later, left_at = null
                """)
                .bind("shop", shop)
                .bind("office", office)
                .bind("recipient", secrets.seal(json.writeValueAsString(recipient)))
                .bind("hint", recipient.hint())
                .bind("by", seller.id())
                .bind("now", now)
                .bind("later", now.plus(WAIT))
                .then()
                .then(Mono.defer(() -> audit.record(
                        seller,
                        Act.of("payout.cash-point-chosen", Act.Owner.shop(shop))
                                .on(shop)
                                .with("office", office))))
                .as(transaction::transactional);
    }

    /** By its bank again, from the next payout on. */
    public Mono<Void> leave(UUID shop, Caller seller) {
        Accounts.mustKeepMoney(seller, shop);
        return database.sql("update payout.cash_points set left_at = :now where shop_id = :shop and left_at is null")
                .bind("shop", shop)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(left -> audit.record(
                        seller,
                        Act.of("payout.cash-point-left", Act.Owner.shop(shop)).on(shop)))
                .as(transaction::transactional);
    }
}
