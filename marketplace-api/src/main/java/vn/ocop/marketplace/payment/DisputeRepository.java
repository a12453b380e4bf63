package vn.ocop.marketplace.payment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on disputes. They change only under their payment's lock. */
@Repository
class DisputeRepository {

    private static final String SELECT = """
            select d.id, d.ref, p.payable_code, d.amount, d.reason, d.status, d.bearer, d.answer_by, d.opened_at,
                   d.closed_at, d.settled_at
              from payment.disputes d
              join payment.payments p on p.id = d.payment_id
            """;

    private final DatabaseClient database;

    DisputeRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The payment this charge was money for, counted as its payment or come too late. */
    Mono<UUID> paymentOf(String chargeRef) {
        return database.sql("""
                select payment_id
                  from payment.payment_events
                 where source_ref = :charge
                   and type in ('CAPTURED', 'LATE')
                """)
                .bind("charge", chargeRef)
                .map(row -> Rows.get(row, "payment_id", UUID.class))
                .first();
    }

    /** Writes it down as an inquiry, if it is not known yet. */
    Mono<Void> note(CardDispute told, UUID payment) {
        return database.sql("""
                insert into payment.disputes (ref, payment_id, charge_ref, amount, reason, status, bearer, answer_by,
                                              opened_at)
                values (:ref, :payment, :charge, :amount, :reason, 'INQUIRY', :bearer, :until, :opened)
                on conflict (ref) do update set answer_by = excluded.answer_by
                """)
                .bind("ref", told.ref())
                .bind("payment", payment)
                .bind("charge", told.intentRef())
                .bind("amount", told.amount().dong())
                .bind("reason", told.reason())
                .bind("bearer", Dispute.bearerFor(told.reason()).name())
                .bind("opened", told.openedAt())
                .bind("until", orNull(told.answerBy(), Instant.class))
                .then();
    }

    Mono<Dispute> find(String ref) {
        return database.sql(SELECT + " where d.ref = :ref")
                .bind("ref", ref)
                .map(DisputeRepository::dispute)
                .one();
    }

    Mono<Dispute> find(UUID id) {
        return database.sql(SELECT + " where d.id = :id")
                .bind("id", id)
                .map(DisputeRepository::dispute)
                .one();
    }

    Flux<Dispute> list(@Nullable Cursor after, int limit) {
        return database.sql(SELECT + """
                 where :at::timestamptz is null
                    or (d.opened_at, d.id) < (:at, :id)
                 order by d.opened_at desc, d.id desc
                 limit :limit
                """)
                .bind("limit", limit)
                .bind("at", orNull(after, Cursor::at, Instant.class))
                .bind("id", orNull(after, Cursor::id, UUID.class))
                .map(DisputeRepository::dispute)
                .all();
    }

    /**
     * The next step, with what is in dispute of the payment; a charge that was never counted as captured adds nothing.
     */
    Mono<Void> step(String ref, DisputeStatus status, Vnd change, Instant now) {
        return database.sql("""
                with stepped as (
                    update payment.disputes
                       set status = :status,
                           closed_at = case when :status in ('WON', 'LOST', 'CLOSED') then :now::timestamptz end
                     where ref = :ref
                    returning payment_id, charge_ref)
                update payment.payments p
                   set disputed = disputed + :change
                  from stepped s
                 where p.id = s.payment_id
                   and exists (select
                                 from payment.payment_events e
                                where e.payment_id = p.id
                                  and e.type in ('CAPTURED', 'REVIVED')
                                  and e.source_ref = s.charge_ref)
                """)
                .bind("status", status.name())
                .bind("now", now)
                .bind("ref", ref)
                .bind("change", change.dong())
                .then();
    }

    /** Whether refunds of the payment have to wait: a dispute of it is undecided, or lost and not yet charged. */
    Mono<Boolean> undecided(UUID payment) {
        return database.sql("""
                select exists (select
                                 from payment.disputes
                                where payment_id = :payment
                                  and (status = 'OPEN' or status = 'LOST' and settled_at is null)) as undecided
                """)
                .bind("payment", payment)
                .map(row -> Rows.get(row, "undecided", Boolean.class))
                .one();
    }

    /** A lost dispute that is still to be charged to someone. */
    record Loss(String charge, Vnd amount, Takeback.Bearer bearer) {}

    Mono<Loss> unsettled(String ref) {
        return database.sql("""
                select charge_ref, amount, bearer
                  from payment.disputes
                 where ref = :ref
                   and status = 'LOST'
                   and settled_at is null
                """)
                .bind("ref", ref)
                .map(row -> new Loss(
                        Rows.get(row, "charge_ref", String.class),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        Takeback.Bearer.valueOf(Rows.get(row, "bearer", String.class))))
                .one();
    }

    Mono<Void> settled(String ref, Instant now) {
        return database.sql("update payment.disputes set settled_at = :now where ref = :ref")
                .bind("now", now)
                .bind("ref", ref)
                .then();
    }

    /** Empty when it is not known, or decided already. */
    Mono<Dispute> decideBearer(UUID id, Takeback.Bearer bearer, UUID by) {
        return database.sql("""
                update payment.disputes
                   set bearer = :bearer, decided_by = :by
                 where id = :id
                   and closed_at is null
                returning id
                """)
                .bind("bearer", bearer.name())
                .bind("by", by)
                .bind("id", id)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .flatMap(this::find);
    }

    private static Dispute dispute(Readable row) {
        return new Dispute(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "ref", String.class),
                Rows.get(row, "payable_code", String.class),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                Rows.get(row, "reason", String.class),
                DisputeStatus.valueOf(Rows.get(row, "status", String.class)),
                Takeback.Bearer.valueOf(Rows.get(row, "bearer", String.class)),
                row.get("answer_by", Instant.class),
                Rows.get(row, "opened_at", Instant.class),
                row.get("closed_at", Instant.class),
                row.get("settled_at", Instant.class));
    }
}
