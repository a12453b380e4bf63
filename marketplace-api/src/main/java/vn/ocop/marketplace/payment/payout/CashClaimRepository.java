package vn.ocop.marketplace.payment.payout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on payouts that wait at counters. */
@Repository
class CashClaimRepository {

    private static final String CLAIM = """
            select p.id, p.batch_id, p.shop_id, p.code, p.amount, p.destination, p.recipient, p.status,
                   c.secret, c.wrong, c.expires_at
              from payout.payouts p
              join payout.cash_codes c on c.payout_id = p.id
            """;

    private final DatabaseClient database;
    private final SecretBox secrets;
    private final JsonMapper json;

    CashClaimRepository(DatabaseClient database, SecretBox secrets, JsonMapper json) {
        this.database = database;
        this.secrets = secrets;
        this.json = json;
    }

    /** What of a batch is to be handed over at counters. */
    Flux<UUID> ofBatch(UUID batch) {
        return database.sql("select id from payout.payouts where batch_id = :batch and channel = 'CASH' order by id")
                .bind("batch", batch)
                .map(row -> Rows.get(row, "id", UUID.class))
                .all();
    }

    /**
     * The first secret of a payout, or another one, with which guessing begins anew; the time it has stays the same.
     */
    Mono<Void> give(UUID payout, String secret, Instant now, Instant until) {
        return database.sql("""
                insert into payout.cash_codes as c (payout_id, secret, made_at, expires_at)
                values (:payout, :secret, :now, :until)
                on conflict (payout_id) do update set secret = :secret, made_at = :now, wrong = 0
                """)
                .bind("payout", payout)
                .bind("secret", secrets.seal(secret))
                .bind("now", now)
                .bind("until", until)
                .then();
    }

    Flux<CashClaim> waiting(UUID shop) {
        return database.sql(CLAIM + " where p.shop_id = :shop and p.status = 'DUE' order by p.code")
                .bind("shop", shop)
                .map(this::claim)
                .all();
    }

    Mono<CashClaim> lock(UUID shop, UUID id) {
        return database.sql(CLAIM + " where p.id = :id and p.shop_id = :shop for update of p")
                .bind("id", id)
                .bind("shop", shop)
                .map(this::claim)
                .one();
    }

    Mono<CashClaim> at(String office, String code) {
        return database.sql(CLAIM + " where p.code = :code and p.destination = :office")
                .bind("code", code)
                .bind("office", office)
                .map(this::claim)
                .one();
    }

    /** Locks it: two clerks cannot hand it over. */
    Mono<CashClaim> lockAt(String office, String code) {
        return database.sql(CLAIM + " where p.code = :code and p.destination = :office for update of p")
                .bind("code", code)
                .bind("office", office)
                .map(this::claim)
                .one();
    }

    Mono<Void> wrong(UUID payout) {
        return database.sql(
                        "update payout.cash_codes set wrong = wrong + 1 where payout_id = :payout and wrong < :most")
                .bind("payout", payout)
                .bind("most", CashClaim.MOST_WRONG)
                .then();
    }

    /** What nobody came for waits for another payout; answers the batches it was of. */
    Flux<UUID> giveUp(String why, Instant now) {
        return database.sql("""
                with over as (
                    update payout.payouts p
                       set status = 'FAILED', failure = :why, decided_at = :now
                      from payout.cash_codes c
                     where c.payout_id = p.id
                       and c.expires_at < :now
                       and p.status = 'DUE'
                    returning p.id, p.batch_id),
                freed as (
                    update payout.earnings set payout_id = null where payout_id in (select id from over))
                select distinct batch_id from over
                """)
                .bind("why", why)
                .bind("now", now)
                .map(row -> Rows.get(row, "batch_id", UUID.class))
                .all();
    }

    private CashClaim claim(Readable row) {
        return new CashClaim(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "batch_id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                Rows.get(row, "code", String.class),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                Rows.get(row, "destination", String.class),
                json.readValue(secrets.open(Rows.get(row, "recipient", byte[].class)), CashRecipient.class),
                secrets.open(Rows.get(row, "secret", byte[].class)),
                Rows.get(row, "wrong", Integer.class),
                Rows.get(row, "expires_at", Instant.class),
                Payout.Status.valueOf(Rows.get(row, "status", String.class)));
    }
}
