package vn.ocop.marketplace.shipment;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shipment.network.NetworkProblem;

/** What phones kept and the office would not take. The courier has gone on: the head of the office decides. */
@Service
public class RefusedScans {

    private static final int SHOWN = 100;

    private final DatabaseClient database;
    private final Clock clock;

    RefusedScans(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Once per scan, however often the phone sends it. */
    Mono<Void> keep(String office, UUID actor, RecordScans.Wanted wanted, String problem) {
        return database.sql("""
                insert into shipment.refused_scans (scan_id, office_code, actor_id, number, step, reason, problem, device_at, at)
                select :id, o.code, :actor, :number, :step, :reason, :problem, :deviceAt, :now
                  from shipment.post_offices o
                 where o.code = :office
                on conflict (scan_id) do nothing
                """)
                .bind("id", wanted.id())
                .bind("actor", actor)
                .bind("number", wanted.number())
                .bind("step", wanted.step().name())
                .bind("problem", problem)
                .bind("deviceAt", wanted.at())
                .bind("now", clock.instant())
                .bind("office", office)
                .bind("reason", orNull(wanted.reason(), Enum::name, String.class))
                .then();
    }

    public Mono<List<RefusedScan>> unseen(String office, Caller head) {
        head.mustBeAllowed(Permission.POST_SUPERVISION, office, NetworkProblem.OFFICE_NOT_FOUND);
        return database.sql("""
                select scan_id, actor_id, number, step, reason, problem, device_at
                  from shipment.refused_scans
                 where office_code = :office
                   and seen_by is null
                 order by at desc
                 limit :limit
                """)
                .bind("office", office)
                .bind("limit", SHOWN)
                .map(row -> {
                    var reason = row.get("reason", String.class);
                    return new RefusedScan(
                            Rows.get(row, "scan_id", UUID.class),
                            Rows.get(row, "actor_id", UUID.class),
                            Rows.get(row, "number", String.class),
                            ParcelStatus.valueOf(Rows.get(row, "step", String.class)),
                            reason == null ? null : FailureReason.valueOf(reason),
                            Rows.get(row, "problem", String.class),
                            Rows.get(row, "device_at", Instant.class));
                })
                .all()
                .collectList();
    }

    /** The head has dealt with it. */
    public Mono<Void> seen(String office, UUID scan, Caller head) {
        head.mustBeAllowed(Permission.POST_SUPERVISION, office, NetworkProblem.OFFICE_NOT_FOUND);
        return database.sql("""
                update shipment.refused_scans set seen_by = :head where scan_id = :scan and office_code = :office
                """)
                .bind("head", head.id())
                .bind("scan", scan)
                .bind("office", office)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND)))
                .then();
    }
}
