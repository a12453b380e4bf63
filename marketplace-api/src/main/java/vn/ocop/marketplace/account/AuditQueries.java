package vn.ocop.marketplace.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Lets people search the audit log where they may: their workplace, their province, or all of it. */
@Service
public class AuditQueries {

    private final AuditLog log;

    AuditQueries(AuditLog log) {
        this.log = log;
    }

    /** What to look for within a workplace. */
    public record Filter(
            @Nullable UUID actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String after,
            int limit) {}

    public Mono<Page<AuditLog.Entry>> ofWorkplace(Membership.Kind kind, String scope, Filter filter, Caller caller) {
        return switch (kind) {
            case PLATFORM -> {
                caller.mustBeAllowed(Permission.PLATFORM_AUDIT, scope, AccountProblem.WORKPLACE_NOT_FOUND);
                yield find(null, null, null, filter);
            }
            case PROVINCE -> {
                caller.mustBeAllowed(Permission.PROVINCE_AUDIT, scope, AccountProblem.WORKPLACE_NOT_FOUND);
                yield find(null, null, scope, filter);
            }
            case SHOP, POST_OFFICE, COMMUNITY_TEAM -> {
                caller.mustBeAllowed(kind.staffPermission(), scope, AccountProblem.WORKPLACE_NOT_FOUND);
                yield find(kind.name(), scope, null, filter);
            }
        };
    }

    private Mono<Page<AuditLog.Entry>> find(
            @Nullable String ownerKind, @Nullable String ownerScope, @Nullable String province, Filter filter) {
        if (filter.limit() < 1 || filter.limit() > Page.MAX_LIMIT) {
            throw new ProblemException(PlatformProblem.INVALID);
        }
        var wanted =
                new AuditLog.Wanted(ownerKind, ownerScope, province, filter.actor(), filter.action(), filter.subject());
        var after = filter.after() == null ? null : Cursor.decode(filter.after());
        return log.find(wanted, after, filter.limit() + 1)
                .collectList()
                .map(rows -> Page.of(rows, filter.limit(), entry -> new Cursor(entry.at(), entry.id()).encode()));
    }
}
