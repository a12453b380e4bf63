package vn.ocop.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on what shops were, or are to be, paid themselves and on what they have to send back. */
@Repository
class DirectRepository {

    private static final int MOST = 200;

    private static final String REFUND = """
            select a.id, p.payable_code, t.shop_id, a.amount, a.created_at, a.due_at, a.done_at, r.account
              from payment.attempts a
              join payment.payments p on p.id = a.payment_id
              join payment.parts t on t.payment_id = p.id
              left join payment.refund_accounts r on r.payment_id = p.id
             where a.kind = 'REFUND'
               and a.channel = 'SHOP'
               and a.status in ('OPEN', 'SUCCEEDED')
            """;

    private final DatabaseClient database;

    DirectRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What a shop has to look for on its account. */
    record Awaited(
            UUID payment,
            String purchase,
            Vnd amount,
            PaymentStatus status,
            @Nullable Instant payUntil) {}

    /** What a shop has to send back, with its buyer's account as it is sealed. */
    record Owed(
            UUID id,
            String purchase,
            UUID shop,
            Vnd amount,
            Instant askedAt,
            Instant dueAt,
            @Nullable Instant doneAt,
            byte @Nullable [] account) {}

    /** Unpaid ones, and those that were given up so lately that their buyer's transfer may still be on its way. */
    Flux<Awaited> awaited(UUID shop, Instant givenUpSince) {
        return database.sql("""
                select p.id, p.payable_code, p.amount, p.status, p.pay_until
                  from payment.payments p
                 where p.settlement = 'DIRECT'
                   and exists (select from payment.parts t where t.payment_id = p.id and t.shop_id = :shop)
                   and (p.status = 'PENDING'
                        or p.status in ('EXPIRED', 'CANCELLED')
                           and p.captured = 0
                           and p.created_at > :since
                           and not exists (select from payment.payment_events e
                                            where e.payment_id = p.id and e.type = 'LATE'))
                 order by p.status = 'PENDING' desc, p.created_at desc
                 limit :most
                """)
                .bind("shop", shop)
                .bind("since", givenUpSince)
                .bind("most", MOST)
                .map(row -> new Awaited(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "payable_code", String.class),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        PaymentStatus.valueOf(Rows.get(row, "status", String.class)),
                        row.get("pay_until", Instant.class)))
                .all();
    }

    /** Which payment of a shop's buyer a purchase's code names. */
    Mono<UUID> payable(UUID shop, String purchase) {
        return database.sql("""
                select p.payable_id
                  from payment.payments p
                 where p.payable_code = :code
                   and p.settlement = 'DIRECT'
                   and exists (select from payment.parts t where t.payment_id = p.id and t.shop_id = :shop)
                """)
                .bind("code", purchase)
                .bind("shop", shop)
                .map(row -> Rows.get(row, "payable_id", UUID.class))
                .one();
    }

    /** What is still open first, the most pressing before the others. */
    Flux<Owed> ofShop(UUID shop) {
        return database.sql(REFUND + " and t.shop_id = :shop order by a.done_at desc nulls first, a.due_at limit :most")
                .bind("shop", shop)
                .bind("most", MOST)
                .map(DirectRepository::owed)
                .all();
    }

    Flux<Owed> ofPayable(UUID payable) {
        return database.sql(REFUND + " and p.payable_id = :payable order by a.created_at, a.id")
                .bind("payable", payable)
                .map(DirectRepository::owed)
                .all();
    }

    /** All that are open, the most pressing first. */
    Flux<Owed> open() {
        return database.sql(REFUND + " and a.status = 'OPEN' order by a.due_at limit :most")
                .bind("most", MOST)
                .map(DirectRepository::owed)
                .all();
    }

    Mono<Long> overdue(Instant now) {
        return database.sql("""
                select count(*) as n
                  from payment.attempts
                 where kind = 'REFUND'
                   and channel = 'SHOP'
                   and status = 'OPEN'
                   and due_at < :now
                """)
                .bind("now", now)
                .map(row -> Rows.get(row, "n", Long.class))
                .one();
    }

    /** Locks it: whoever says that it was sent back says so alone. */
    Mono<Owed> lock(UUID shop, UUID id) {
        return database.sql(REFUND + " and t.shop_id = :shop and a.id = :id for update of a")
                .bind("shop", shop)
                .bind("id", id)
                .map(DirectRepository::owed)
                .one();
    }

    Mono<Void> done(UUID id, Instant now) {
        return database.sql("update payment.attempts set done_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .then();
    }

    private static Owed owed(Readable row) {
        return new Owed(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "payable_code", String.class),
                Rows.get(row, "shop_id", UUID.class),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                Rows.get(row, "created_at", Instant.class),
                Rows.get(row, "due_at", Instant.class),
                row.get("done_at", Instant.class),
                row.get("account", byte[].class));
    }
}
