package vn.ocop.marketplace.community;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Invitations;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.TerritoryProblem;

/** Teams from founding to closing, by the province's desk. */
@Service
public class Teams {

    private static final int CODES_TRIED = 5;

    private final TeamRepository repository;
    private final TeamCodes codes;
    private final Territory territory;
    private final Invitations invitations;
    private final Idempotency idempotency;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    Teams(
            TeamRepository repository,
            TeamCodes codes,
            Territory territory,
            Invitations invitations,
            Idempotency idempotency,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.codes = codes;
        this.territory = territory;
        this.invitations = invitations;
        this.idempotency = idempotency;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A team to be. */
    public record Founding(
            String province,
            String name,
            String communeCode,
            @Nullable String hamlet) {}

    public Mono<Team> found(Founding founding, Caller officer, String idempotencyKey) {
        mustLead(founding.province(), officer);
        var inProvince = territory
                .commune(founding.communeCode())
                .filter(commune -> commune.province().code().equals(founding.province()));
        if (inProvince.isEmpty()) {
            throw new ProblemException(
                    PlatformProblem.INVALID, List.of(new FieldProblem("communeCode", "field.team-other-province")));
        }
        var request = new Idempotency.Request(officer.id(), idempotencyKey, founding);
        return idempotency
                .once(request, UUID.class, () -> inserted(founding, officer).map(Team::id))
                .as(transaction::transactional)
                .flatMap(repository::find);
    }

    private Mono<Team> inserted(Founding founding, Caller officer) {
        return Mono.defer(() -> repository.insert(codes.next(), founding, officer.id()))
                .repeatWhenEmpty(CODES_TRIED, again -> again)
                .delayUntil(team -> audit.record(officer, act("founded", team)));
    }

    private static Act act(String done, Team team) {
        return Act.of("community.team-" + done, Act.Owner.province(team.provinceCode()))
                .in(team.provinceCode())
                .on(team.id());
    }

    private static void mustLead(String province, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_STAFF, province, TerritoryProblem.PROVINCE_NOT_FOUND);
    }

    private Mono<Team> led(String province, UUID id, Caller officer) {
        mustLead(province, officer);
        return repository
                .find(id)
                .filter(team -> team.provinceCode().equals(province))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CommunityProblem.TEAM_NOT_FOUND)));
    }

    /** A link by which somebody becomes the head of the team, who invites its members. */
    public Mono<Invitations.Made> inviteHead(String province, UUID id, String note, Caller officer) {
        return led(province, id, officer)
                .filter(Team::open)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CommunityProblem.TEAM_NOT_FOUND)))
                .flatMap(team -> invitations.makeForOwner(
                        new Memberships.Place(
                                Membership.Kind.COMMUNITY_TEAM, team.id().toString()),
                        note,
                        officer));
    }

    /** Nobody can name it any more; what it did stays. */
    public Mono<Team> close(String province, UUID id, Caller officer) {
        return led(province, id, officer)
                .flatMap(team -> repository.close(id).then(audit.record(officer, act("closed", team))))
                .then(Mono.defer(() -> repository.find(id)))
                .as(transaction::transactional);
    }

    /** For everyone who was told a code and wants to know whose it is. */
    public Mono<Team> named(String code) {
        return repository
                .named(normal(code))
                .switchIfEmpty(Mono.error(() -> new ProblemException(CommunityProblem.UNKNOWN_CODE)));
    }

    /** As it is typed from a poster or by ear. */
    static String normal(String code) {
        return code.replaceAll("[\\s.-]", "").toUpperCase(java.util.Locale.ROOT);
    }
}
