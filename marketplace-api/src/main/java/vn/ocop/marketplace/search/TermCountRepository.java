package vn.ocop.marketplace.search;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** Counts of searched terms by day. */
@Repository
class TermCountRepository {

    private final DatabaseClient database;

    TermCountRepository(DatabaseClient database) {
        this.database = database;
    }

    /** In order of the terms, so that copies adding at the same time never wait for each other in a circle. */
    Mono<Void> add(LocalDate day, Collection<SearchedTerm> counted) {
        var terms = counted.stream()
                .sorted((one, other) -> one.term().compareTo(other.term()))
                .toList();
        return database.sql("""
                insert into search.term_counts as t (day, term, searches, in_vain)
                select :day, c.term, c.searches, c.in_vain
                  from unnest(:terms::text[], :searches::bigint[], :inVain::bigint[]) as c (term, searches, in_vain)
                on conflict (day, term)
                   do update set searches = t.searches + excluded.searches, in_vain = t.in_vain + excluded.in_vain
                """)
                .bind("day", day)
                .bind("terms", terms.stream().map(SearchedTerm::term).toArray(String[]::new))
                .bind("searches", terms.stream().map(SearchedTerm::searches).toArray(Long[]::new))
                .bind("inVain", terms.stream().map(SearchedTerm::inVain).toArray(Long[]::new))
                .then();
    }

    Flux<SearchedTerm> since(LocalDate day, boolean inVain, int limit) {
        return database.sql("""
                select term, sum(searches)::bigint as searches, sum(in_vain)::bigint as in_vain
                  from search.term_counts
                 where day >= :day
                 group by term
                having not :inVain or sum(in_vain) > 0
                 order by case when :inVain then sum(in_vain) else sum(searches) end desc, term
                 limit :limit
                """)
                .bind("day", day)
                .bind("inVain", inVain)
                .bind("limit", limit)
                .map(row -> new SearchedTerm(
                        Rows.get(row, "term", String.class),
                        Rows.get(row, "searches", Long.class),
                        Rows.get(row, "in_vain", Long.class)))
                .all();
    }

    Mono<Void> removeBefore(LocalDate day) {
        return database.sql("delete from search.term_counts where day < :day")
                .bind("day", day)
                .then();
    }
}
