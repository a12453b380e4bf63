package vn.ocop.marketplace.community;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Workplaces;

/** Names the teams people work for. */
@Component
class TeamWorkplaces implements Workplaces {

    private final TeamRepository teams;

    TeamWorkplaces(TeamRepository teams) {
        this.teams = teams;
    }

    @Override
    public Membership.Kind kind() {
        return Membership.Kind.COMMUNITY_TEAM;
    }

    @Override
    public Mono<String> name(String scope) {
        return teams.find(UUID.fromString(scope)).map(Team::name);
    }
}
