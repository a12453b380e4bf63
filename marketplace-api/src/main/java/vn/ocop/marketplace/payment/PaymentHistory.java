package vn.ocop.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** One purchase's money for those who answer for it: the totals, each order's share, and everything that happened. */
@Service
public class PaymentHistory {

    private final DatabaseClient database;

    PaymentHistory(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The money of the whole purchase; checks in the database keep each within the one before it.
     *
     * @param waived what is no longer asked for
     * @param askedBack what is to go back, sent already or not
     * @param disputed what holders of cards ask their bank for, or got that way
     */
    public record Totals(Vnd amount, Vnd waived, Vnd captured, Vnd askedBack, Vnd refunded, Vnd disputed) {}

    /** One order's share: what was sold of it and what of that went back. */
    public record Part(
            String code,
            UUID shopId,
            String status,
            Vnd amount,
            Vnd back,
            @Nullable Instant releasedAt) {}

    /** Something that happened to the money; never changed afterwards. */
    public record Event(String type, Vnd amount, Instant at) {}

    /** All there is to know of it. */
    public record PaymentFile(
            String purchase,
            PaymentMethod method,
            PaymentStatus status,
            @Nullable Instant payUntil,
            Totals totals,
            List<Part> orders,
            List<Event> history) {}

    public Mono<PaymentFile> of(String purchase, Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
        return Mono.zip(head(purchase), parts(purchase), events(purchase))
                .map(read -> new PaymentFile(
                        read.getT1().purchase(),
                        read.getT1().method(),
                        read.getT1().status(),
                        read.getT1().payUntil(),
                        read.getT1().totals(),
                        read.getT2(),
                        read.getT3()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)));
    }

    private Mono<PaymentFile> head(String purchase) {
        return database.sql("""
                select payable_code, method, status, pay_until, amount, waived, captured, asked_back, refunded, disputed
                  from payment.payments
                 where payable_code = :code
                """)
                .bind("code", purchase)
                .map(row -> new PaymentFile(
                        Rows.get(row, "payable_code", String.class),
                        PaymentMethod.valueOf(Rows.get(row, "method", String.class)),
                        PaymentStatus.valueOf(Rows.get(row, "status", String.class)),
                        row.get("pay_until", Instant.class),
                        totals(row),
                        List.of(),
                        List.of()))
                .one();
    }

    private static Totals totals(Readable row) {
        return new Totals(
                vnd(row, "amount"),
                vnd(row, "waived"),
                vnd(row, "captured"),
                vnd(row, "asked_back"),
                vnd(row, "refunded"),
                vnd(row, "disputed"));
    }

    private Mono<List<Part>> parts(String purchase) {
        return database.sql("""
                select t.code, t.shop_id, t.status, t.goods + t.delivery as amount, t.back_goods + t.back_delivery as back,
                       t.released_at
                  from payment.parts t
                  join payment.payments p on p.id = t.payment_id
                 where p.payable_code = :code
                 order by t.code
                """)
                .bind("code", purchase)
                .map(row -> new Part(
                        Rows.get(row, "code", String.class),
                        Rows.get(row, "shop_id", UUID.class),
                        Rows.get(row, "status", String.class),
                        vnd(row, "amount"),
                        vnd(row, "back"),
                        row.get("released_at", Instant.class)))
                .all()
                .collectList();
    }

    private Mono<List<Event>> events(String purchase) {
        return database.sql("""
                select e.type, e.amount, e.at
                  from payment.payment_events e
                  join payment.payments p on p.id = e.payment_id
                 where p.payable_code = :code
                 order by e.id
                """)
                .bind("code", purchase)
                .map(row -> new Event(
                        Rows.get(row, "type", String.class), vnd(row, "amount"), Rows.get(row, "at", Instant.class)))
                .all()
                .collectList();
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }
}
