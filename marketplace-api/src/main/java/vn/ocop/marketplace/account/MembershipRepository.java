package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on who works where. */
@Repository
class MembershipRepository {

    private final DatabaseClient database;
    private final Clock clock;

    MembershipRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static DatabaseClient.GenericExecuteSpec at(
            DatabaseClient.GenericExecuteSpec sql, Memberships.Place place) {
        return sql.bind("kind", place.kind().name()).bind("scope", place.scope());
    }

    static String[] names(Memberships.Grant grant) {
        return grant.permissions().stream().map(Permission::name).sorted().toArray(String[]::new);
    }

    Mono<Void> bind(UUID person, Memberships.Place place, Memberships.Grant grant) {
        return at(database.sql("""
                insert into account.memberships (person_id, kind, scope, owner, permissions, created_at)
                values (:person, :kind, :scope, :owner, :permissions, :now)
                on conflict (person_id, kind, scope) do update set owner = :owner, permissions = :permissions
                """), place)
                .bind("person", person)
                .bind("owner", grant.owner())
                .bind("permissions", names(grant))
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> remove(UUID person, Memberships.Place place) {
        return at(database.sql("""
                delete from account.memberships
                 where person_id = :person
                   and kind = :kind
                   and scope = :scope
                """), place).bind("person", person).then();
    }

    Flux<UUID> lockOwners(Memberships.Place place) {
        return at(database.sql("""
                select person_id
                  from account.memberships
                 where kind = :kind
                   and scope = :scope
                   and owner
                 order by person_id
                   for update
                """), place)
                .map(row -> Rows.get(row, "person_id", UUID.class))
                .all();
    }

    Mono<Memberships.Grant> find(UUID person, Memberships.Place place) {
        return at(database.sql("""
                select owner
                  from account.memberships
                 where person_id = :person
                   and kind = :kind
                   and scope = :scope
                """), place)
                .bind("person", person)
                .map(row -> new Memberships.Grant(Rows.get(row, "owner", Boolean.class), Set.of()))
                .one();
    }

    Flux<Memberships.Worker> at(Memberships.Place place) {
        return at(database.sql("""
                select m.person_id, p.name, m.owner, m.permissions, m.created_at,
                       exists (select from account.authenticators a
                                where a.person_id = m.person_id and a.confirmed_at is not null) as second_factor
                  from account.memberships m
                  join account.people p on p.id = m.person_id
                 where m.kind = :kind
                   and m.scope = :scope
                 order by m.owner desc, p.name, m.person_id
                 limit 500
                """), place)
                .map(row -> new Memberships.Worker(
                        Rows.get(row, "person_id", UUID.class),
                        row.get("name", String.class),
                        Rows.get(row, "owner", Boolean.class),
                        Arrays.asList(Rows.get(row, "permissions", String[].class)),
                        Rows.get(row, "second_factor", Boolean.class),
                        Rows.get(row, "created_at", Instant.class)))
                .all();
    }

    Mono<Map<UUID, Set<UUID>>> ownedShops(Set<UUID> people) {
        return database.sql("""
                select person_id, scope
                  from account.memberships
                 where kind = 'SHOP'
                   and owner
                   and person_id = any(:people)
                """)
                .bind("people", people.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        Rows.get(row, "person_id", UUID.class), UUID.fromString(Rows.get(row, "scope", String.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Every membership of a person, also those that wait for a second factor. */
    Flux<Memberships.Place> ofPerson(UUID person) {
        return database.sql("select kind, scope from account.memberships where person_id = :person")
                .bind("person", person)
                .map(row -> new Memberships.Place(
                        Membership.Kind.valueOf(Rows.get(row, "kind", String.class)),
                        Rows.get(row, "scope", String.class)))
                .all();
    }

    /** Workplaces that would be left without an owner if the person went. */
    Mono<Boolean> isLastOwnerAnywhere(UUID person) {
        return database.sql("""
                select exists (
                    select from account.memberships m
                     where m.person_id = :person
                       and m.owner
                       and not exists (select from account.memberships o
                                        where o.kind = m.kind and o.scope = m.scope and o.owner
                                          and o.person_id <> m.person_id)) as last
                """)
                .bind("person", person)
                .map(row -> Rows.get(row, "last", Boolean.class))
                .one();
    }
}
