package vn.ocop.marketplace.payment;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on cash that was taken at counters. */
@Repository
class CounterRepository {

    private final DatabaseClient database;

    CounterRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A purchase that is paid at a counter. */
    record Found(UUID payable, String code) {}

    Mono<Found> find(String codeWithoutHyphens) {
        return database.sql("""
                select payable_id, payable_code
                  from payment.payments
                 where method = 'CASH_AT_POST_OFFICE'
                   and replace(payable_code, '-', '') = :code
                """)
                .bind("code", codeWithoutHyphens)
                .map(row ->
                        new Found(Rows.get(row, "payable_id", UUID.class), Rows.get(row, "payable_code", String.class)))
                .one();
    }

    Mono<Void> add(UUID payment, CounterPayments.Receipt receipt, UUID by) {
        return database.sql("""
                insert into payment.counter_receipts (id, payment_id, office_code, amount, taken_by, taken_at)
                values (:id, :payment, :office, :amount, :by, :at)
                """)
                .bind("id", receipt.id())
                .bind("payment", payment)
                .bind("office", receipt.office())
                .bind("amount", receipt.amount().dong())
                .bind("by", by)
                .bind("at", receipt.at())
                .then();
    }
}
