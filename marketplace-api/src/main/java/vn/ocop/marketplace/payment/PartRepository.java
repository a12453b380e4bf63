package vn.ocop.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on the parts of payments; they are added with their payment. Only under the payment's lock. */
@Repository
class PartRepository {

    private static final String COLUMNS =
            "part_id, shop_id, goods, delivery, commission, commission_vat, tax_vat, tax_pit";

    private final DatabaseClient database;

    PartRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A part that fell away, and whether it had been paid by then. */
    record Fallen(PaymentPart part, boolean wasSold) {}

    /** Marks every part that still stands as paid. */
    Flux<PaymentPart> sold(UUID payment) {
        return database.sql("""
                update payment.parts
                   set status = 'SOLD'
                 where payment_id = :payment
                   and status = 'OPEN'
                returning\s""" + COLUMNS)
                .bind("payment", payment)
                .map(PartRepository::part)
                .all();
    }

    Flux<PaymentPart> sold(UUID payment, UUID part) {
        return database.sql("""
                update payment.parts
                   set status = 'SOLD'
                 where payment_id = :payment
                   and part_id = :part
                   and status = 'OPEN'
                returning\s""" + COLUMNS)
                .bind("payment", payment)
                .bind("part", part)
                .map(PartRepository::part)
                .all();
    }

    /** Empty when it fell away before, or was never known. */
    Mono<Fallen> giveUp(UUID payment, UUID part) {
        return database.sql("""
                update payment.parts
                   set status = 'GIVEN_UP'
                 where payment_id = :payment
                   and part_id = :part
                   and status <> 'GIVEN_UP'
                returning old.status as was,\s""" + COLUMNS)
                .bind("payment", payment)
                .bind("part", part)
                .map(row -> new Fallen(part(row), "SOLD".equals(row.get("was", String.class))))
                .one();
    }

    /** Whether the payment has parts at all; those older than the ledger have none. */
    Mono<Boolean> known(UUID payment) {
        return database.sql("select exists (select from payment.parts where payment_id = :payment) as known")
                .bind("payment", payment)
                .map(row -> Rows.get(row, "known", Boolean.class))
                .one();
    }

    private static PaymentPart part(Readable row) {
        return new PaymentPart(
                Rows.get(row, "part_id", UUID.class),
                Rows.get(row, "shop_id", UUID.class),
                vnd(row, "goods"),
                vnd(row, "delivery"),
                new Charges(
                        vnd(row, "commission"),
                        vnd(row, "commission_vat"),
                        vnd(row, "tax_vat"),
                        vnd(row, "tax_pit"),
                        null,
                        null));
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }
}
