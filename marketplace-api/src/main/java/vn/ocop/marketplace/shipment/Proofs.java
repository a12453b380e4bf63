package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.media.PrivateDocuments;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shipment.network.NetworkProblem;

/**
 * Pictures and signatures from the door. They come after the scan they belong to, from the phone that made it, as often
 * as it sends them; the first of a kind stands.
 */
@Service
public class Proofs {

    private final DatabaseClient database;
    private final PrivateDocuments documents;
    private final ParcelQueries parcels;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Proofs(
            DatabaseClient database,
            PrivateDocuments documents,
            ParcelQueries parcels,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.documents = documents;
        this.parcels = parcels;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Only whoever made the scan shows what it was like; answers alike when it is there already. */
    public Mono<Void> add(String office, UUID scan, Proof.Kind kind, UUID document, Caller courier) {
        if (!courier.may(Permission.POST_DELIVERY, office) && !courier.may(Permission.POST_PARCELS, office)) {
            return Mono.error(new ProblemException(NetworkProblem.OFFICE_NOT_FOUND, office));
        }
        return database.sql("""
                select e.parcel_id
                  from shipment.parcel_events e
                 where e.scan_id = :scan
                   and e.actor_id = :by
                   and e.office_code = :office
                """)
                .bind("scan", scan)
                .bind("by", courier.id())
                .bind("office", office)
                .map(row -> Rows.get(row, "parcel_id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND, scan)))
                .filterWhen(parcel -> added(parcel, scan, kind, document, courier.id()))
                .flatMap(parcel -> documents.keep(document, courier.id()))
                .as(transaction::transactional);
    }

    private Mono<Boolean> added(UUID parcel, UUID scan, Proof.Kind kind, UUID document, UUID by) {
        return database.sql("""
                insert into shipment.proofs (scan_id, kind, parcel_id, document, by, at)
                values (:scan, :kind, :parcel, :document, :by, :now)
                on conflict do nothing
                """)
                .bind("scan", scan)
                .bind("kind", kind.name())
                .bind("parcel", parcel)
                .bind("document", document)
                .bind("by", by)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** In the transaction of the scan: the recipient knew the code. */
    Mono<Void> knewTheCode(Parcel parcel, Scan scan) {
        return database.sql("""
                insert into shipment.proofs (scan_id, kind, parcel_id, by, at)
                values (:scan, 'CODE', :parcel, :by, :now)
                on conflict do nothing
                """)
                .bind("scan", scan.id())
                .bind("parcel", parcel.id())
                .bind("by", Objects.requireNonNull(scan.actor()))
                .bind("now", clock.instant())
                .then();
    }

    /** For those who work at an office that has to do with the parcel. */
    public Mono<List<Proof>> of(UUID parcel, Caller clerk) {
        return parcels.parcel(parcel, clerk)
                .flatMap(found -> database.sql(
                                "select scan_id, kind, at, document from shipment.proofs where parcel_id = :parcel order by at")
                        .bind("parcel", found.id())
                        .map(row -> new Proof(
                                Rows.get(row, "scan_id", UUID.class),
                                Proof.Kind.valueOf(Rows.get(row, "kind", String.class)),
                                Rows.get(row, "at", Instant.class),
                                row.get("document", UUID.class)))
                        .all()
                        .collectList());
    }

    public Mono<PrivateDocuments.Opened> open(UUID parcel, UUID document, Caller clerk) {
        return of(parcel, clerk)
                .flatMapIterable(proofs -> proofs)
                .filter(proof -> document.equals(proof.document()))
                .next()
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND, document)))
                .flatMap(proof -> documents.open(document));
    }
}
