package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** Locks only variants whose number is another, so that others are left alone. */
@Repository
class SetAsideRepository implements SetAsides {

    private static final String WANTED = """
            with wanted as (
                select * from unnest(:variants::uuid[], :pieces::integer[]) as w (variant_id, pieces))
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    SetAsideRepository(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Void> keep(Mono<Map<UUID, Integer>> piecesByVariant) {
        return piecesByVariant
                .flatMapMany(this::different)
                .collectList()
                .filter(different -> !different.isEmpty())
                .flatMap(different -> lock(different)
                        .then(Mono.defer(() -> piecesByVariant))
                        .flatMap(pieces -> set(different, pieces))
                        .as(transaction::transactional));
    }

    private DatabaseClient.GenericExecuteSpec asking(String sql, Map<UUID, Integer> pieces) {
        var wanted = List.copyOf(pieces.entrySet());
        return database.sql(WANTED + sql)
                .bind("variants", wanted.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .bind("pieces", wanted.stream().map(Map.Entry::getValue).toArray(Integer[]::new));
    }

    private Flux<UUID> different(Map<UUID, Integer> pieces) {
        return asking("""
                select v.id
                  from listing.variants v
                  join wanted w on w.variant_id = v.id
                 where v.set_aside <> least(w.pieces, v.stock)
                 union all
                select v.id
                  from listing.variants v
                 where v.set_aside > 0
                   and not exists (select from wanted w where w.variant_id = v.id)
                """, pieces).map(row -> Rows.get(row, "id", UUID.class)).all();
    }

    /** In id order, as everyone does. */
    private Mono<Void> lock(List<UUID> variants) {
        return database.sql("""
                select id
                  from listing.variants
                 where id = any(:ids)
                 order by id
                   for no key update
                """).bind("ids", variants.toArray(UUID[]::new)).then();
    }

    private Mono<Void> set(List<UUID> variants, Map<UUID, Integer> pieces) {
        return asking("""
                update listing.variants v
                   set set_aside = least(v.stock, coalesce((select w.pieces from wanted w where w.variant_id = v.id), 0))
                 where v.id = any(:ids)
                """, pieces).bind("ids", variants.toArray(UUID[]::new)).then();
    }
}
