package vn.ocop.marketplace.search;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** The rules of the search desk. */
@Repository
class SearchRuleRepository {

    private static final String SAME_RULE = "(kind, phrase, target)";
    private static final String ONE_PAGE = "(phrase) where kind = 'REDIRECT'";

    private final DatabaseClient database;

    SearchRuleRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<SearchRule> all() {
        return database.sql("""
                select id, kind, phrase, target, position, changed_at
                  from search.rules
                 order by kind, phrase, position, target
                """).map(SearchRuleRepository::rule).all();
    }

    /** Differs whenever a rule was added, changed or taken away. */
    Mono<String> fingerprint() {
        return database.sql("select count(*) || ' ' || coalesce(max(changed_at)::text, '') as f from search.rules")
                .map(row -> Rows.get(row, "f", String.class))
                .one();
    }

    /** A phrase leads to one page only: a new one takes the place of the old. */
    Mono<SearchRule> save(SearchRule.Kind kind, String phrase, String target, int position, UUID by, Instant now) {
        return database.sql("""
                insert into search.rules (kind, phrase, target, position, changed_at, changed_by)
                values (:kind, :phrase, :target, :position, :now, :by)
                on conflict %s
                   do update set target = excluded.target, position = excluded.position, changed_at = :now, changed_by = :by
                returning id, kind, phrase, target, position, changed_at
                """.formatted(kind == SearchRule.Kind.REDIRECT ? ONE_PAGE : SAME_RULE))
                .bind("kind", kind.name())
                .bind("phrase", phrase)
                .bind("target", target)
                .bind("position", position)
                .bind("now", now)
                .bind("by", by)
                .map(SearchRuleRepository::rule)
                .one();
    }

    Mono<Boolean> remove(UUID id) {
        return database.sql("delete from search.rules where id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The id of a listing on sale, by id or slug. */
    Mono<String> listing(String idOrSlug) {
        return database.sql("""
                select id::text as id
                  from listing.published_cards
                 where (slug = :idOrSlug or id::text = :idOrSlug)
                   and on_sale
                """)
                .bind("idOrSlug", idOrSlug)
                .map(row -> Rows.get(row, "id", String.class))
                .one();
    }

    private static SearchRule rule(Readable row) {
        return new SearchRule(
                Rows.get(row, "id", UUID.class),
                SearchRule.Kind.valueOf(Rows.get(row, "kind", String.class)),
                Rows.get(row, "phrase", String.class),
                Rows.get(row, "target", String.class),
                Rows.get(row, "position", Integer.class),
                Rows.get(row, "changed_at", Instant.class));
    }
}
