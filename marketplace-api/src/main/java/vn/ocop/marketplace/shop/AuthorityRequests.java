package vn.ocop.marketplace.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.TerritoryProblem;

/**
 * The removals that authorities ask for. Each is a task with a clock that starts when the request came in; taking down
 * what it is about ends it, and so does an officer who writes why nothing is removed.
 */
@Service
public class AuthorityRequests {

    private static final String REMOVAL_HOURS = "REMOVAL_HOURS";
    private static final int MOST_SHOWN = 200;

    private final AuthorityRequestRepository requests;
    private final ShopFileRepository files;
    private final Territory territory;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AuthorityRequests(
            AuthorityRequestRepository requests,
            ShopFileRepository files,
            Territory territory,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.requests = requests;
        this.files = files;
        this.territory = territory;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What stands in an authority's letter.
     *
     * @param receivedAt null means now
     */
    public record Letter(
            String authority,
            String number,
            AuthorityRequest.SubjectKind subjectKind,
            UUID subjectId,
            String wanted,
            @Nullable Instant receivedAt) {}

    /** The open ones, the most urgent first; or those that are done, the latest first. */
    public Mono<List<AuthorityRequest>> list(String province, boolean open, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_SHOPS, province, TerritoryProblem.PROVINCE_NOT_FOUND);
        return requests.list(province, open, MOST_SHOWN).collectList();
    }

    public Mono<AuthorityRequest> enter(String province, Letter letter, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_SHOPS, province, TerritoryProblem.PROVINCE_NOT_FOUND);
        if (territory.province(province).isEmpty()) {
            throw new ProblemException(TerritoryProblem.PROVINCE_NOT_FOUND, province);
        }
        var now = clock.instant();
        var received = letter.receivedAt() == null ? now : letter.receivedAt();
        if (received.isAfter(now)) {
            return Mono.error(new ProblemException(
                    PlatformProblem.INVALID, List.of(new FieldProblem("receivedAt", "field.shop-not-yet"))));
        }
        return files.duty(REMOVAL_HOURS, BusinessTime.today(clock))
                .flatMap(hours -> requests.insert(
                        province, letter, received, received.plus(Duration.ofHours(hours)), officer.id()))
                .onErrorMap(DuplicateKeyException.class, twice -> new ProblemException(ShopProblem.REQUEST_KNOWN))
                .delayUntil(request -> audit.record(officer, act("shop.removal-requested", request)))
                .as(transaction::transactional);
    }

    /** Ends a request that is still as the officer saw it. */
    public Mono<AuthorityRequest> complete(
            UUID id, long version, AuthorityRequest.Outcome outcome, String note, Caller officer) {
        if (note.isBlank()) {
            return Mono.error(new ProblemException(ShopProblem.REASON_NEEDED));
        }
        return requests.find(id)
                .filter(request -> officer.may(Permission.PROVINCE_SHOPS, request.provinceCode()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.REQUEST_NOT_FOUND)))
                .flatMap(request -> requests.complete(id, version, outcome, note, officer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShopProblem.STALE)))
                .delayUntil(request -> audit.record(
                        officer, act("shop.removal-answered", request).because(note)))
                .as(transaction::transactional);
    }

    /** What was asked for was done; to be called in the transaction in which it is. */
    public Mono<Void> fulfil(UUID subject, String note, Caller officer) {
        return requests.fulfil(subject, note, officer.id())
                .concatMap(request -> audit.record(
                        officer, act("shop.removal-answered", request).because(note)))
                .then();
    }

    private static Act act(String action, AuthorityRequest request) {
        return Act.of(action, Act.Owner.province(request.provinceCode()))
                .in(request.provinceCode())
                .on(request.subjectId())
                .with("authority", request.authority())
                .with("number", request.number());
    }
}
