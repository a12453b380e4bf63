package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

/**
 * How long a scan takes with many parcels stored: {@code -Dscan.load=1000000}. Scans are sent on time, a hundred a
 * second, whether the ones before were answered or not; it reports figures and fails only on wrong answers.
 */
@EnabledIfSystemProperty(named = "scan.load", matches = "\\d+")
class ScanLoadIT implements LocalApi {

    private static final int A_SECOND = 100;
    private static final int SECONDS = 30;
    private static final int WARM_UP = 10;

    @Autowired
    DatabaseClient database;

    @Test
    void scansAreAnsweredInTime() throws Exception {
        var staff = new Staff(database);
        staff.openKheSanhOffice();
        store(Long.getLong("scan.load", 0));
        var clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        var numbers = Objects.requireNonNull(
                database.sql("select order_code from shipment.parcels where order_code like 'LOAD-%'"
                                + " order by md5(order_code) limit :n")
                        .bind("n", A_SECOND * (SECONDS + WARM_UP))
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());

        send(clerk, numbers.subList(0, A_SECOND * WARM_UP));
        var took = send(clerk, numbers.subList(A_SECOND * WARM_UP, numbers.size()));

        LoggerFactory.getLogger(getClass())
                .info(
                        "{} parcels, {} scans at {} a second: p50 {} ms, p99 {} ms, longest {} ms",
                        staff.count("select count(*) from shipment.parcels"),
                        took.size(),
                        A_SECOND,
                        at(took, 0.5),
                        at(took, 0.99),
                        at(took, 1));
    }

    private static double at(List<Long> took, double part) {
        return took.get((int) Math.min(took.size() - 1, took.size() * part)) / 1_000 / 1_000.0;
    }

    private static List<Long> send(ApiClient clerk, List<String> numbers) throws Exception {
        var answers = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < numbers.size(); i++) {
                long due = start + Duration.ofSeconds(1).toNanos() * i / A_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                var number = numbers.get(i);
                answers.add(threads.submit(() -> accept(clerk, number, due)));
            }
        }
        var took = new ArrayList<Long>();
        for (var answer : answers) {
            took.add(answer.get());
        }
        took.sort(Comparator.naturalOrder());
        return took;
    }

    /** From when it was due to be sent, so that a queue before the API counts as well. */
    private static long accept(ApiClient clerk, String number, long due) {
        var answer = clerk.post(
                "/api/v1/post-offices/" + Staff.KHE_SANH_OFFICE + "/scans",
                Map.of(
                        "scans",
                        List.of(Map.of(
                                "id", UUID.randomUUID(), "number", number, "step", "ACCEPTED", "at", Instant.now()))));
        assertThat(answer.text("/receipts/0/outcome")).as(answer.raw().body()).isEqualTo("DONE");
        return System.nanoTime() - due;
    }

    /**
     * Parcels with a way behind them: four scans each. The scans come when the parcels are counted: until then the
     * check of their foreign key reads the whole table each time.
     */
    private void store(long count) {
        database.sql("""
                insert into shipment.parcels (id, order_id, order_code, shop_id, office_code, holder_office, delivery_office,
                       tracking_number, status, status_at, recipient_name, recipient_phone, street, commune_code,
                       weight_grams, cash_to_collect, created_at)
                select uuidv7(), uuidv7(), 'LOAD-' || n, uuidv7(), '19429', '19429', '19429', 'LD' || n, 'TO_COLLECT',
                       now(), 'Người nhận', '+84912345678', 'Thôn 1', '19429', 500, 100000, now() - n * interval '1 second'
                  from generate_series(1, :count) n
                """).bind("count", count).then().block(Duration.ofMinutes(15));
        database.sql("analyze shipment.parcels").then().block(Duration.ofMinutes(2));
        database.sql("""
                insert into shipment.parcel_events (parcel_id, scan_id, status, source, office_code, at, happened_at)
                select p.id, uuidv7(), 'TO_COLLECT', 'SYSTEM', '19429', p.created_at + k * interval '1 hour',
                       p.created_at + k * interval '1 hour'
                  from shipment.parcels p, generate_series(0, 3) k
                 where p.order_code like 'LOAD-%'
                """).then().block(Duration.ofMinutes(30));
        database.sql("analyze shipment.parcel_events").then().block(Duration.ofMinutes(2));
        explain();
    }

    /** How the statements of a desk are planned now, in the log. */
    private void explain() {
        for (var statement : List.of(
                "select id from shipment.parcels where tracking_number = 'LD7' or order_code = 'LD7' for update",
                "select count(*) from shipment.parcel_events where parcel_id = (select id from shipment.parcels limit 1)",
                "select status, count(*) from shipment.parcels where holder_office = '19429' and bound_for is null"
                        + " group by status",
                "select id from shipment.parcels where holder_office = '19429' and bound_for is null"
                        + " and status = 'TO_COLLECT' order by coalesce(due_on, 'infinity'::date), commune_code, id limit 25")) {
            var plan = database.sql("explain " + statement)
                    .mapValue(String.class)
                    .all()
                    .collectList()
                    .block();
            LoggerFactory.getLogger(getClass())
                    .info("{}\n{}", statement, String.join("\n", Objects.requireNonNull(plan)));
        }
    }
}
