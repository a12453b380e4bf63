package vn.ocop.marketplace.listing;

import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is shown, in one statement with the change the indexer reads. */
@Repository
class ShownOfferRepository implements ShownOffers {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    ShownOfferRepository(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> show(List<Shown> changed) {
        return database.sql("""
                with changed as (
                    select * from jsonb_to_recordset(:changed) as c (listing uuid, price bigint, until timestamptz)
                ), locked as (
                    select l.id
                      from listing.listings l
                      join changed c on c.listing = l.id
                     order by l.id
                       for no key update of l
                ), gone as (
                    delete from listing.shown_offers s
                     using changed c
                     where s.listing_id = c.listing
                       and c.price is null
                ), shown as (
                    insert into listing.shown_offers as s (listing_id, price, until)
                    select c.listing, c.price, c.until
                      from changed c
                      join locked k on k.id = c.listing
                     where c.price is not null
                    on conflict (listing_id) do update set price = excluded.price, until = excluded.until
                ), revised as (
                    update listing.listings l
                       set revision = nextval('listing.revisions')
                      from locked k
                     where l.id = k.id
                    returning l.id
                )
                insert into listing.index_changes (listing_id, created_at)
                select id, :now from revised
                """)
                .bind("changed", Json.of(json.writeValueAsBytes(changed)))
                .bind("now", clock.instant())
                .then();
    }
}
