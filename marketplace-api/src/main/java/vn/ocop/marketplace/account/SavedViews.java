package vn.ocop.marketplace.account;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/** Ways of looking at a desk's list that people come back to; everybody has their own. */
@Service
public class SavedViews {

    private static final int MOST = 50;

    private final DatabaseClient database;
    private final Clock clock;

    SavedViews(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param query what is filtered, as the address of the list says it
     */
    public record View(UUID id, String desk, String name, String query) {}

    public Mono<List<View>> of(String desk, Caller person) {
        return database.sql("""
                select id, desk, name, query
                  from account.saved_views
                 where person_id = :person
                   and desk = :desk
                 order by name
                """)
                .bind("person", person.id())
                .bind("desk", desk)
                .map(row -> new View(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "desk", String.class),
                        Rows.get(row, "name", String.class),
                        Rows.get(row, "query", String.class)))
                .all()
                .collectList();
    }

    /** The same name again means this view from now on. */
    public Mono<UUID> save(String desk, String name, String query, Caller person) {
        return database.sql("""
                insert into account.saved_views (person_id, desk, name, query, created_at)
                select :person, :desk, :name, :query, :now
                 where (select count(*) from account.saved_views where person_id = :person) < :most
                on conflict (person_id, desk, name) do update set query = :query
                returning id
                """)
                .bind("person", person.id())
                .bind("desk", desk)
                .bind("name", name)
                .bind("query", query)
                .bind("now", clock.instant())
                .bind("most", MOST)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.TOO_MANY_VIEWS, MOST)));
    }

    /** Removing what is not there, or is somebody else's, changes nothing. */
    public Mono<Void> remove(UUID id, Caller person) {
        return database.sql("delete from account.saved_views where id = :id and person_id = :person")
                .bind("id", id)
                .bind("person", person.id())
                .then();
    }
}
