package vn.ocop.marketplace.community;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.GuestHandover;
import vn.ocop.marketplace.account.HelpedHouseholds;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.PersonalData;
import vn.ocop.marketplace.platform.ProblemException;

/** Which team brought whom. A person is brought once, by the team that is named first. */
@Service
public class Credits implements Assistance, HelpedHouseholds, GuestHandover, PersonalData {

    private final TeamRepository repository;
    private final Teams teams;
    private final DatabaseClient database;

    Credits(TeamRepository repository, Teams teams, DatabaseClient database) {
        this.repository = repository;
        this.teams = teams;
        this.database = database;
    }

    /** When a person names a team. */
    public enum Occasion {
        SIGN_UP,
        CHECKOUT
    }

    /** A person says who helped; saying the same again changes nothing, and nobody is their own helper. */
    public Mono<Team> name(String code, Occasion occasion, Caller person) {
        return teams.named(code).flatMap(team -> {
            if (person.belongsTo(Membership.Kind.COMMUNITY_TEAM, team.id().toString())) {
                return Mono.error(new ProblemException(CommunityProblem.OWN_TEAM));
            }
            return repository
                    .credit(person.id(), team.id(), Credit.Way.valueOf(occasion.name()))
                    .filter(team.id()::equals)
                    .switchIfEmpty(Mono.error(() -> new ProblemException(CommunityProblem.NAMED_ANOTHER)))
                    .thenReturn(team);
        });
    }

    @Override
    public Mono<Void> agreed(Memberships.Place agent, UUID household) {
        return agent.kind() == Membership.Kind.COMMUNITY_TEAM
                ? repository
                        .credit(household, UUID.fromString(agent.scope()), Credit.Way.MANDATE)
                        .then()
                : Mono.empty();
    }

    @Override
    public Mono<UUID> teamOf(UUID person) {
        return repository.teamOf(person);
    }

    @Override
    public Mono<Void> handOver(UUID guest, UUID member) {
        return repository.handOver(guest, member);
    }

    @Override
    public String section() {
        return "community-team";
    }

    @Override
    public Mono<Object> export(UUID person) {
        return database.sql("""
                select t.name as team, c.way, c.at
                  from community.credits c
                  join community.teams t on t.id = c.team_id
                 where c.person_id = :person
                """).bind("person", person).fetch().one().map(LinkedHashMap::new);
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return repository.forget(person);
    }
}
