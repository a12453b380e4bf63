package vn.ocop.marketplace.account;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/** Links by which people come to work somewhere. Each works once and for a week, and may be taken back. */
@Service
public class Invitations {

    private static final Duration LIFE = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Memberships memberships;
    private final MembershipRepository rows;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Invitations(
            DatabaseClient database,
            Memberships memberships,
            MembershipRepository rows,
            Sessions sessions,
            AuditLog audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
        this.memberships = memberships;
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The token of the link is shown here once and never again. */
    public record Made(UUID id, String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** One that waits to be used; the note says whom it is for, in the words of who made it. */
    public record Open(UUID id, Memberships.Place place, Memberships.Grant grant, String note, Instant expiresAt) {}

    /** What the holder of a link sees before accepting. */
    public record Shown(Open invitation, String workplace) {}

    public Mono<Made> make(Memberships.Place place, Memberships.Grant wanted, String note, Caller caller) {
        var grant = wanted.at(place.kind());
        var token = sessions.newToken();
        var now = clock.instant();
        return memberships
                .allowed(place, caller)
                .then(Mono.defer(() -> {
                    Memberships.mustHave(place, grant, caller);
                    return add(place, grant, note, token, now, caller);
                }))
                .delayUntil(id -> audit.record(caller, Memberships.act("account.invitation-made", place, id)))
                .map(id -> new Made(id, token, now.plus(LIFE)))
                .as(transaction::transactional);
    }

    /** A link by which somebody becomes an owner, for the module that owns the place and knows that the caller may. */
    public Mono<Made> makeForOwner(Memberships.Place place, String note, Caller caller) {
        var token = sessions.newToken();
        var now = clock.instant();
        return add(place, new Memberships.Grant(true, Set.of()), note, token, now, caller)
                .delayUntil(id -> audit.record(caller, Memberships.act("account.invitation-made", place, id)))
                .map(id -> new Made(id, token, now.plus(LIFE)))
                .as(transaction::transactional);
    }

    private Mono<UUID> add(
            Memberships.Place place, Memberships.Grant grant, String note, String token, Instant now, Caller caller) {
        return database.sql("""
                insert into account.invitations
                       (token_hash, kind, scope, owner, permissions, note, invited_by, created_at, expires_at)
                values (:hash, :kind, :scope, :owner, :permissions, :note, :by, :now, :expires)
                returning id
                """)
                .bind("hash", Sessions.hash(token))
                .bind("kind", place.kind().name())
                .bind("scope", place.scope())
                .bind("owner", grant.owner())
                .bind("permissions", MembershipRepository.names(grant))
                .bind("note", note)
                .bind("by", caller.id())
                .bind("now", now)
                .bind("expires", now.plus(LIFE))
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    public Mono<List<Open>> open(Memberships.Place place, Caller caller) {
        return memberships
                .allowed(place, caller)
                .then(Mono.defer(() -> opened(place).collectList()));
    }

    private Flux<Open> opened(Memberships.Place place) {
        return database.sql("""
                select *
                  from account.invitations
                 where kind = :kind
                   and scope = :scope
                   and used_at is null
                   and expires_at > :now
                 order by id desc
                 limit 100
                """)
                .bind("kind", place.kind().name())
                .bind("scope", place.scope())
                .bind("now", clock.instant())
                .map(Invitations::read)
                .all();
    }

    private static Open read(Readable row) {
        var permissions = Arrays.stream(Rows.get(row, "permissions", String[].class))
                .map(Permission::valueOf)
                .collect(Collectors.toSet());
        return new Open(
                Rows.get(row, "id", UUID.class),
                new Memberships.Place(
                        Membership.Kind.valueOf(Rows.get(row, "kind", String.class)),
                        Rows.get(row, "scope", String.class)),
                new Memberships.Grant(Rows.get(row, "owner", Boolean.class), permissions),
                Rows.get(row, "note", String.class),
                Rows.get(row, "expires_at", Instant.class));
    }

    public Mono<Void> takeBack(Memberships.Place place, UUID id, Caller caller) {
        return memberships
                .allowed(place, caller)
                .then(Mono.defer(() -> database.sql("""
                                update account.invitations
                                   set expires_at = :now
                                 where id = :id
                                   and kind = :kind
                                   and scope = :scope
                                   and used_at is null
                                """)
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .bind("kind", place.kind().name())
                        .bind("scope", place.scope())
                        .fetch()
                        .rowsUpdated()))
                .filter(found -> found == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.INVITATION_NOT_FOUND)))
                .flatMap(found -> audit.record(caller, Memberships.act("account.invitation-taken-back", place, id)))
                .as(transaction::transactional);
    }

    public Mono<Shown> show(String token) {
        return database.sql("""
                select *
                  from account.invitations
                 where token_hash = :hash
                   and used_at is null
                   and expires_at > :now
                """)
                .bind("hash", Sessions.hash(token))
                .bind("now", clock.instant())
                .map(Invitations::read)
                .one()
                .flatMap(found -> memberships.name(found.place()).map(name -> new Shown(found, name)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.INVITATION_NOT_FOUND)));
    }

    /** The first to accept gets it; whoever comes with the same link again is told that it is gone. */
    public Mono<Memberships.Place> accept(String token, Caller caller) {
        if (caller.guest()) {
            return Mono.error(new ProblemException(AccountProblem.MEMBERS_ONLY));
        }
        return used(token, caller)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.INVITATION_NOT_FOUND)))
                .flatMap(invitation -> rows.find(caller.id(), invitation.place())
                        .filter(Memberships.Grant::owner)
                        // An owner who opens the link does not lose anything by it.
                        .switchIfEmpty(Mono.defer(() -> rows.bind(caller.id(), invitation.place(), invitation.grant())
                                .thenReturn(invitation.grant())))
                        .then(audit.record(
                                caller,
                                Memberships.act("account.invitation-accepted", invitation.place(), invitation.id())))
                        .thenReturn(invitation.place()))
                .as(transaction::transactional)
                .doOnNext(place -> sessions.forget(caller.id()));
    }

    private Mono<Open> used(String token, Caller caller) {
        return database.sql("""
                update account.invitations
                   set used_at = :now, used_by = :by
                 where token_hash = :hash
                   and used_at is null
                   and expires_at > :now
                returning *
                """)
                .bind("now", clock.instant())
                .bind("by", caller.id())
                .bind("hash", Sessions.hash(token))
                .map(Invitations::read)
                .one();
    }
}
