package vn.ocop.marketplace.community;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on teams and whom they brought. */
@Repository
class TeamRepository {

    private final DatabaseClient database;
    private final Clock clock;

    TeamRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty if the code is taken. */
    Mono<Team> insert(String code, Teams.Founding founding, UUID officer) {
        return database.sql("""
                insert into community.teams (code, name, province_code, commune_code, hamlet, created_by, created_at)
                values (:code, :name, :province, :commune, :hamlet, :officer, :now)
                on conflict (code) do nothing
                returning *
                """)
                .bind("code", code)
                .bind("name", founding.name())
                .bind("province", founding.province())
                .bind("commune", founding.communeCode())
                .bind("officer", officer)
                .bind("now", clock.instant())
                .bind("hamlet", orNull(founding.hamlet(), String.class))
                .map(TeamRepository::team)
                .one();
    }

    Mono<Team> find(UUID id) {
        return database.sql("select * from community.teams where id = :id")
                .bind("id", id)
                .map(TeamRepository::team)
                .one();
    }

    /** Only one that still works can be named. */
    Mono<Team> named(String code) {
        return database.sql("select * from community.teams where code = :code and closed_at is null")
                .bind("code", code)
                .map(TeamRepository::team)
                .one();
    }

    Flux<Team> ofProvince(String province, int limit) {
        return database.sql("""
                select *
                  from community.teams
                 where province_code = :province
                 order by closed_at is not null, commune_code, name, id
                 limit :limit
                """)
                .bind("province", province)
                .bind("limit", limit)
                .map(TeamRepository::team)
                .all();
    }

    Mono<Void> close(UUID id) {
        return database.sql("update community.teams set closed_at = coalesce(closed_at, :now) where id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .then();
    }

    /** The team that is credited then: this one, or the one that was named before. */
    Mono<UUID> credit(UUID person, UUID team, Credit.Way way) {
        return database.sql("""
                with credited as (
                    insert into community.credits (person_id, team_id, way, at)
                    values (:person, :team, :way, :now)
                    on conflict (person_id) do nothing
                    returning team_id)
                select team_id from credited
                union all
                select team_id from community.credits where person_id = :person
                limit 1
                """)
                .bind("person", person)
                .bind("team", team)
                .bind("way", way.name())
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "team_id", UUID.class))
                .one();
    }

    Mono<UUID> teamOf(UUID person) {
        return database.sql("select team_id from community.credits where person_id = :person")
                .bind("person", person)
                .map(row -> Rows.get(row, "team_id", UUID.class))
                .one();
    }

    /** The newest first. */
    Flux<Credit> credits(Collection<UUID> teams, int limit) {
        return database.sql("""
                select person_id, team_id, way, at
                  from community.credits
                 where team_id = any(:teams)
                 order by at desc, person_id
                 limit :limit
                """)
                .bind("teams", teams.toArray(UUID[]::new))
                .bind("limit", limit)
                .map(row -> new Credit(
                        Rows.get(row, "person_id", UUID.class),
                        Rows.get(row, "team_id", UUID.class),
                        Credit.Way.valueOf(Rows.get(row, "way", String.class)),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }

    /** What a guest named stays with the member they turn out to be, unless that one had named a team before. */
    Mono<Void> handOver(UUID guest, UUID member) {
        return database.sql("""
                with named as (delete from community.credits where person_id = :guest returning team_id, way, at)
                insert into community.credits (person_id, team_id, way, at)
                select :member, team_id, way, at from named
                on conflict (person_id) do nothing
                """).bind("guest", guest).bind("member", member).then();
    }

    Mono<Void> forget(UUID person) {
        return database.sql("delete from community.credits where person_id = :person")
                .bind("person", person)
                .then();
    }

    private static Team team(Readable row) {
        return new Team(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "code", String.class),
                Rows.get(row, "name", String.class),
                Rows.get(row, "province_code", String.class),
                Rows.get(row, "commune_code", String.class),
                row.get("hamlet", String.class),
                Rows.get(row, "created_at", Instant.class),
                row.get("closed_at", Instant.class));
    }
}
