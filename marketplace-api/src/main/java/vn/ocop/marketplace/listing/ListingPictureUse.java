package vn.ocop.marketplace.listing;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.media.PictureUse;
import vn.ocop.marketplace.platform.Rows;

/** Pictures that listings show, or that a seller wants one to show. */
@Component
class ListingPictureUse implements PictureUse {

    private final DatabaseClient database;

    ListingPictureUse(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<UUID>> used(Collection<UUID> pictures) {
        return database.sql("""
                select picture_id as id from listing.listing_pictures where picture_id = any(:ids)
                union
                select (p ->> 'id')::uuid
                  from listing.change_requests r
                 cross join jsonb_array_elements(case when jsonb_typeof(r.wanted -> 'pictures') = 'array'
                                                      then r.wanted -> 'pictures' else '[]' end) p
                 where r.status = 'OPEN'
                   and (p ->> 'id')::uuid = any(:ids)
                """)
                .bind("ids", pictures.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }
}
