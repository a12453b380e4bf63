package vn.ocop.marketplace.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/**
 * Makes people owners of workplaces that others put down for them, known by their numbers alone. Whoever has no account
 * gets one that nobody can enter before the number is proven by a code.
 */
@Service
public class PreparedOwners {

    private final DatabaseClient database;
    private final Sessions sessions;
    private final Clock clock;

    PreparedOwners(DatabaseClient database, Sessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The people of these numbers, by number; every number is there once. To be called inside a transaction. */
    public Mono<Map<String, UUID>> people(List<Mandates.Household> named) {
        return database.sql("""
                with given as (
                    select * from unnest(:names::text[], :phones::text[]) as g (name, phone)
                ), known as (
                    select p.id, p.phone
                      from account.people p
                      join given g on g.phone = p.phone
                     where p.kind = 'MEMBER'
                ), added as (
                    insert into account.people (kind, name, phone, created_at)
                    select 'MEMBER', g.name, g.phone, :now
                      from given g
                     where g.phone not in (select phone from known)
                    returning id, phone
                )
                select id, phone from known
                union all
                select id, phone from added
                """)
                .bind("names", named.stream().map(Mandates.Household::name).toArray(String[]::new))
                .bind("phones", named.stream().map(Mandates.Household::phone).toArray(String[]::new))
                .bind("now", clock.instant())
                .map(row -> Map.entry(Rows.get(row, "phone", String.class), Rows.get(row, "id", UUID.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Each person owns the place beside it. To be called inside a transaction. */
    public Mono<Void> bind(Membership.Kind kind, List<Owner> owners) {
        return database.sql("""
                insert into account.memberships (person_id, kind, scope, owner, permissions, created_at)
                select o.person, :kind, o.scope, true, '{}', :now
                  from unnest(:people::uuid[], :scopes::text[]) as o (person, scope)
                on conflict (person_id, kind, scope) do update set owner = true, permissions = '{}'
                """)
                .bind("kind", kind.name())
                .bind("people", owners.stream().map(Owner::person).toArray(UUID[]::new))
                .bind("scopes", owners.stream().map(Owner::scope).toArray(String[]::new))
                .bind("now", clock.instant())
                .then()
                .doOnSuccess(bound -> owners.forEach(owner -> sessions.forget(owner.person())));
    }

    /** Who is to own what. */
    public record Owner(UUID person, String scope) {}
}
