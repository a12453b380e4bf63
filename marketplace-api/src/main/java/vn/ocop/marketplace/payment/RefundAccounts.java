package vn.ocop.marketplace.payment;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;

/** Keeps the accounts buyers want their money on, sealed. A card needs none: its money goes back to the card. */
@Component
public class RefundAccounts {

    private final DatabaseClient database;
    private final SecretBox secrets;
    private final JsonMapper json;
    private final Clock clock;

    RefundAccounts(DatabaseClient database, SecretBox secrets, JsonMapper json, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    public Mono<Void> keep(UUID payableId, RefundAccount account) {
        return database.sql("""
                insert into payment.refund_accounts (payment_id, account, updated_at)
                select id, :account, :now
                  from payment.payments
                 where payable_id = :payable
                   and method <> 'CARD'
                on conflict (payment_id) do update set account = excluded.account, updated_at = excluded.updated_at
                """)
                .bind("payable", payableId)
                .bind("account", secrets.seal(json.writeValueAsString(account)))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)))
                .then();
    }

    /** Empty while the buyer has named none. */
    public Mono<RefundAccount> find(UUID payableId) {
        return database.sql("""
                select r.account
                  from payment.refund_accounts r
                  join payment.payments p on p.id = r.payment_id
                 where p.payable_id = :payable
                """)
                .bind("payable", payableId)
                .map(row -> Rows.get(row, "account", byte[].class))
                .one()
                .mapNotNull(this::open);
    }

    @Nullable RefundAccount open(byte @Nullable [] sealed) {
        return sealed == null ? null : json.readValue(secrets.open(sealed), RefundAccount.class);
    }
}
