package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.CertificateChanged;
import vn.ocop.marketplace.platform.OutboxHandler;

/** Has the listings of a certificate indexed anew when whether it counts may have changed. */
@Component
class RefreshCertified implements OutboxHandler<CertificateChanged> {

    private final DatabaseClient database;
    private final Clock clock;

    RefreshCertified(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String type() {
        return CertificateChanged.TYPE;
    }

    @Override
    public Class<CertificateChanged> payloadType() {
        return CertificateChanged.class;
    }

    @Override
    public Mono<Void> handle(UUID key, CertificateChanged changed) {
        return database.sql("""
                with certified as (
                    select id
                      from listing.listings
                     where certificate_id = :certificate
                     order by id
                       for no key update
                ), revised as (
                    update listing.listings l
                       set revision = nextval('listing.revisions'), updated_at = :now
                      from certified c
                     where l.id = c.id
                    returning l.id
                )
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from revised
                """)
                .bind("certificate", changed.certificateId())
                .bind("now", clock.instant())
                .then();
    }
}
