package vn.ocop.marketplace.indexer;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the index should hold, part by part, as the database has it. */
@Repository
class CatalogueSums {

    private final DatabaseClient database;

    CatalogueSums(DatabaseClient database) {
        this.database = database;
    }

    /** A part of the catalogue: the listings after one, up to and with another. */
    record Part(UUID after, UUID to, SliceSum sum, boolean last) {}

    private static final UUID LAST = new UUID(-1, -1);

    /** The part of so many listings, on sale or not, that begins after one; the last one has no end. */
    Mono<Part> next(UUID after, int size) {
        return database.sql("""
                select count(*) as passed, count(*) filter (where on_sale) as listings,
                       coalesce(sum(revision) filter (where on_sale), 0)::bigint as revisions,
                       (array_agg(id order by id desc))[1] as last_id
                  from (select id, revision, on_sale
                          from listing.published_revisions
                         where id > :after
                         order by id
                         limit :size) part
                """)
                .bind("after", after)
                .bind("size", size)
                .map(row -> {
                    boolean last = Objects.requireNonNull(row.get("passed", Long.class)) < size;
                    @Nullable UUID lastId = row.get("last_id", UUID.class);
                    return new Part(
                            after,
                            last || lastId == null ? LAST : lastId,
                            new SliceSum(
                                    Objects.requireNonNull(row.get("listings", Long.class)),
                                    Objects.requireNonNull(row.get("revisions", Long.class))),
                            last);
                })
                .one();
    }

    /** Every listing on sale in a part, with its revision. */
    Mono<Map<UUID, Long>> revisions(Part part) {
        return database.sql("""
                select id, revision
                  from listing.published_revisions
                 where id > :after
                   and id <= :to
                   and on_sale
                """)
                .bind("after", part.after())
                .bind("to", part.to())
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("revision", Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
