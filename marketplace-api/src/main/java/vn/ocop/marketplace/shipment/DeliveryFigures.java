package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Rows;

/** How well parcels are delivered, reckoned from their scans. */
@Component
public class DeliveryFigures {

    private static final int DAYS = 30;
    private static final String AT_OFFICE = "= :code";
    private static final String AT_CARRIER =
            "in (select o.code from shipment.post_offices o where o.carrier_code = :code)";

    private final DatabaseClient database;
    private final Clock clock;

    DeliveryFigures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Of the parcels whose way ended in the last days.
     *
     * @param promised how many of the delivered had a day promised, {@code onTime} how many of these kept it
     * @param daysToRemit from the door to the platform's account, on average; null where nothing was handed over
     */
    public record Figures(
            int days,
            long delivered,
            long promised,
            long onTime,
            long failedAttempts,
            long returned,
            long lost,
            @Nullable Double daysToRemit) {}

    /** Of those that ended at an office. */
    public Mono<Figures> ofOffice(String office) {
        return figures(AT_OFFICE, office);
    }

    /** Of those that ended at any office of a carrier. */
    public Mono<Figures> ofCarrier(String carrier) {
        return figures(AT_CARRIER, carrier);
    }

    private Mono<Figures> figures(String where, String code) {
        return database.sql("""
                select count(*) filter (where p.status = 'DELIVERED') as delivered,
                       count(*) filter (where p.status = 'DELIVERED' and p.due_on is not null) as promised,
                       count(*) filter (where p.status = 'DELIVERED'
                                          and (p.status_at at time zone 'Asia/Ho_Chi_Minh')::date <= p.due_on) as on_time,
                       coalesce(sum(p.attempts), 0) as failed,
                       count(*) filter (where p.status = 'RETURNED') as returned,
                       count(*) filter (where p.status in ('LOST', 'DAMAGED')) as lost,
                       (select avg(extract(epoch from r.received_at - c.taken_at) / 86400)
                          from shipment.cash_taken c
                          join shipment.remittances r on r.id = c.remittance_id
                         where c.office_code %1$s and r.received_at >= :since)::float8 as days_to_remit
                  from shipment.parcels p
                 where p.holder_office %1$s
                   and p.status in ('DELIVERED', 'RETURNED', 'LOST', 'DAMAGED')
                   and p.status_at >= :since
                """.formatted(where))
                .bind("code", code)
                .bind("since", since())
                .map(row -> new Figures(
                        DAYS,
                        Rows.get(row, "delivered", Long.class),
                        Rows.get(row, "promised", Long.class),
                        Rows.get(row, "on_time", Long.class),
                        Rows.get(row, "failed", Long.class),
                        Rows.get(row, "returned", Long.class),
                        Rows.get(row, "lost", Long.class),
                        row.get("days_to_remit", Double.class)))
                .one();
    }

    private Instant since() {
        LocalDate first = BusinessTime.today(clock).minusDays(DAYS - 1L);
        return first.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
