package vn.ocop.marketplace.payment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on payments and on what happened to the money. */
@Repository
class PaymentRepository {

    private static final String COLUMNS =
            "id, payable_id, buyer_id, method, status, amount, captured, asked_back, refunded, waived, pay_until,"
                    + " settlement";

    private final DatabaseClient database;

    PaymentRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The payment with its parts, in one statement: it lies on the way of every order. */
    Mono<Void> add(Payment payment, Payable payable, Instant now) {
        var lines = payable.lines();
        return database.sql("""
                with opened as (
                    insert into payment.payments (id, payable_id, payable_code, buyer_id, method, status, amount,
                                                  pay_until, settlement, created_at)
                    values (:id, :payable, :code, :buyer, :method, :status, :amount, :until, :settlement, :now)),
                parted as (
                    insert into payment.parts (payment_id, part_id, shop_id, code, goods, delivery, commission,
                                               commission_vat, tax_vat, tax_pit, subsidy, shop_discount, shop_delivery)
                    select :id, p.*
                      from unnest(:parts::uuid[], :shops::uuid[], :codes::text[], :goods::bigint[], :deliveries::bigint[],
                                  :commissions::bigint[], :commissionVats::bigint[], :taxVats::bigint[], :taxPits::bigint[],
                                  :subsidies::bigint[], :shopGoods::bigint[], :shopDeliveries::bigint[])
                           as p (part_id, shop_id, code, goods, delivery, commission, commission_vat, tax_vat, tax_pit,
                                 subsidy, shop_discount, shop_delivery))
                insert into payment.subsidies (payment_id, part_id, funder, goods, delivery)
                select :id, s.*
                  from unnest(:subsidised::uuid[], :funders::text[], :subsidyGoods::bigint[], :subsidyDeliveries::bigint[])
                       as s (part_id, funder, goods, delivery)
                """)
                .bind("id", payment.id())
                .bind("payable", payment.payableId())
                .bind("code", payable.code())
                .bind("parts", lines.stream().map(Payable.Line::part).toArray(UUID[]::new))
                .bind("shops", lines.stream().map(Payable.Line::shopId).toArray(UUID[]::new))
                .bind("codes", lines.stream().map(Payable.Line::code).toArray(String[]::new))
                .bind("goods", amounts(lines, Payable.Line::goods))
                .bind("deliveries", amounts(lines, Payable.Line::delivery))
                .bind("commissions", amounts(lines, line -> line.charges().commission()))
                .bind("commissionVats", amounts(lines, line -> line.charges().commissionVat()))
                .bind("taxVats", amounts(lines, line -> line.charges().taxVat()))
                .bind("taxPits", amounts(lines, line -> line.charges().taxPit()))
                .bind("subsidies", amounts(lines, line -> line.relief().subsidy()))
                .bind("shopGoods", amounts(lines, line -> line.relief().shopGoods()))
                .bind("shopDeliveries", amounts(lines, line -> line.relief().shopDelivery()))
                .bind("subsidised", subsidies(lines, (line, subsidy) -> line.part(), UUID[]::new))
                .bind("funders", subsidies(lines, (line, subsidy) -> subsidy.funder(), String[]::new))
                .bind(
                        "subsidyGoods",
                        subsidies(lines, (line, subsidy) -> subsidy.goods().dong(), Long[]::new))
                .bind(
                        "subsidyDeliveries",
                        subsidies(lines, (line, subsidy) -> subsidy.delivery().dong(), Long[]::new))
                .bind("buyer", payment.buyerId())
                .bind("method", payment.method().name())
                .bind("status", payment.status().name())
                .bind("amount", payment.amount().dong())
                .bind("settlement", payment.direct() ? "DIRECT" : "COLLECTED")
                .bind("now", now)
                .bind("until", orNull(payment.payUntil(), Instant.class))
                .then();
    }

    private static Long[] amounts(List<Payable.Line> lines, Function<Payable.Line, Vnd> amount) {
        return lines.stream().map(line -> amount.apply(line).dong()).toArray(Long[]::new);
    }

    private static <T> T[] subsidies(
            List<Payable.Line> lines, BiFunction<Payable.Line, Relief.Subsidy, T> part, IntFunction<T[]> array) {
        return lines.stream()
                .flatMap(line -> line.relief().subsidies().stream().map(subsidy -> part.apply(line, subsidy)))
                .toArray(array);
    }

    /** Locks the payment: whoever decides on it decides alone. */
    Mono<Payment> lockByPayable(UUID payableId) {
        return database.sql("select " + COLUMNS + " from payment.payments where payable_id = :payable for update")
                .bind("payable", payableId)
                .map(PaymentRepository::payment)
                .one();
    }

    Mono<Payment> lock(UUID id) {
        return database.sql("select " + COLUMNS + " from payment.payments where id = :id for update")
                .bind("id", id)
                .map(PaymentRepository::payment)
                .one();
    }

    Mono<Payment> ofPayable(UUID payableId) {
        return database.sql("select " + COLUMNS + " from payment.payments where payable_id = :payable")
                .bind("payable", payableId)
                .map(PaymentRepository::payment)
                .one();
    }

    /** What brought the money that was counted as the payment. */
    Mono<String> captureRef(UUID paymentId) {
        return database.sql("""
                select source_ref
                  from payment.payment_events
                 where payment_id = :payment
                   and type in ('CAPTURED', 'REVIVED')
                 order by id
                 limit 1
                """)
                .bind("payment", paymentId)
                .map(row -> Rows.get(row, "source_ref", String.class))
                .one();
    }

    Flux<Payment> overdue(Instant now, int limit) {
        return database.sql("select " + COLUMNS + """
                 from payment.payments
                where status = 'PENDING'
                  and pay_until < :now
                order by pay_until
                limit :limit
                """)
                .bind("now", now)
                .bind("limit", limit)
                .map(PaymentRepository::payment)
                .all();
    }

    /** Only under the lock taken by {@link #lock}. */
    Mono<Payment> save(Payment payment) {
        return database.sql("""
                update payment.payments
                   set status = :status, captured = :captured, asked_back = :asked, refunded = :refunded,
                       waived = :waived
                 where id = :id
                """)
                .bind("status", payment.status().name())
                .bind("captured", payment.captured().dong())
                .bind("asked", payment.askedBack().dong())
                .bind("refunded", payment.refunded().dong())
                .bind("waived", payment.waived().dong())
                .bind("id", payment.id())
                .then()
                .thenReturn(payment);
    }

    /** Records what happened; answers false when the same source already said so. */
    Mono<Boolean> record(UUID paymentId, String type, Vnd amount, String sourceRef, Instant now) {
        return database.sql("""
                insert into payment.payment_events (payment_id, type, amount, source_ref, at)
                values (:payment, :type, :amount, :source, :now)
                on conflict (type, source_ref) do nothing
                """)
                .bind("payment", paymentId)
                .bind("type", type)
                .bind("amount", amount.dong())
                .bind("source", sourceRef)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether this charge was already counted as the payment. */
    Mono<Boolean> captured(UUID paymentId, String sourceRef) {
        return database.sql("""
                select exists (select
                                 from payment.payment_events
                                where payment_id = :payment
                                  and type in ('CAPTURED', 'REVIVED')
                                  and source_ref = :source) as captured
                """)
                .bind("payment", paymentId)
                .bind("source", sourceRef)
                .map(row -> Rows.get(row, "captured", Boolean.class))
                .one();
    }

    private static Payment payment(Readable row) {
        return new Payment(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "payable_id", UUID.class),
                Rows.get(row, "buyer_id", UUID.class),
                PaymentMethod.valueOf(Rows.get(row, "method", String.class)),
                PaymentStatus.valueOf(Rows.get(row, "status", String.class)),
                Vnd.of(Rows.get(row, "amount", Long.class)),
                Vnd.of(Rows.get(row, "captured", Long.class)),
                Vnd.of(Rows.get(row, "asked_back", Long.class)),
                Vnd.of(Rows.get(row, "refunded", Long.class)),
                Vnd.of(Rows.get(row, "waived", Long.class)),
                row.get("pay_until", Instant.class),
                "DIRECT".equals(row.get("settlement", String.class)));
    }
}
