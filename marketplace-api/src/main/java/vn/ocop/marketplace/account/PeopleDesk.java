package vn.ocop.marketplace.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/** Lets administrators find people, as far as helping them needs it, and sign them out everywhere. */
@Service
public class PeopleDesk {

    private static final String PLATFORM = "*";
    private static final int MOST_SHOWN = 50;
    private static final int SHOWN_DIGITS = 3;

    private final DatabaseClient database;
    private final People people;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    PeopleDesk(
            DatabaseClient database,
            People people,
            Sessions sessions,
            AuditLog audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Somebody as administrators see them.
     *
     * @param contact the end of the phone number, or the first letter of the e-mail address and its host
     * @param works kind and scope of each workplace
     */
    public record Found(
            UUID id,
            String name,
            String contact,
            Instant since,
            @Nullable Instant lastSeenAt,
            boolean secondFactor,
            @Nullable Instant lockedAt,
            @Nullable String lockReason,
            List<String> works) {}

    /** By a whole phone number or e-mail address, or by a part of a name. */
    public Mono<List<Found>> find(String typed, Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_PEOPLE, PLATFORM, AccountProblem.PERSON_NOT_FOUND);
        return database.sql("""
                select p.id, p.name, p.phone, p.email, p.created_at, p.locked_at, p.lock_reason,
                       (select max(s.last_seen_at) from account.sessions s where s.person_id = p.id) as last_seen_at,
                       exists (select from account.authenticators a
                                where a.person_id = p.id and a.confirmed_at is not null) as second_factor,
                       array(select m.kind || ' ' || m.scope
                               from account.memberships m
                              where m.person_id = p.id
                              order by m.kind, m.scope) as works
                  from account.people p
                 where p.kind = 'MEMBER'
                   and p.name is not null
                   and (p.phone = :phone or p.email = lower(:typed) or p.name ilike '%' || :part || '%')
                 order by p.name, p.id
                 limit :rows
                """)
                .bind(
                        "phone",
                        Parameter.fromOrEmpty(PhoneNumbers.normalise(typed).orElse(null), String.class))
                .bind("typed", typed)
                .bind("part", typed.replaceAll("([%_\\\\])", "\\\\$1"))
                .bind("rows", MOST_SHOWN)
                .map(row -> new Found(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "name", String.class),
                        masked(row.get("phone", String.class), row.get("email", String.class)),
                        Rows.get(row, "created_at", Instant.class),
                        row.get("last_seen_at", Instant.class),
                        Rows.get(row, "second_factor", Boolean.class),
                        row.get("locked_at", Instant.class),
                        row.get("lock_reason", String.class),
                        Arrays.asList(Rows.get(row, "works", String[].class))))
                .all()
                .collectList();
    }

    static String masked(@Nullable String phone, @Nullable String email) {
        if (phone != null) {
            return "••••" + phone.substring(phone.length() - SHOWN_DIGITS);
        }
        if (email == null) {
            return "";
        }
        return email.charAt(0) + "•••" + email.substring(email.indexOf('@'));
    }

    /** Nobody gets in as this person until they are unlocked, and whoever is in is out at once. */
    public Mono<Void> lock(UUID person, String reason, Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_PEOPLE, PLATFORM, AccountProblem.PERSON_NOT_FOUND);
        if (person.equals(administrator.id())) {
            return Mono.error(new ProblemException(AccountProblem.OWN_ACCOUNT));
        }
        return marked(database.sql("""
                        update account.people
                           set locked_at = coalesce(locked_at, :now), locked_by = :by, lock_reason = :reason
                         where id = :person
                           and kind = 'MEMBER'
                        """)
                        .bind("now", clock.instant())
                        .bind("by", administrator.id())
                        .bind("reason", reason)
                        .bind("person", person))
                .then(Mono.defer(() -> sessions.endAll(person, null)))
                .then(Mono.defer(() -> audit.record(administrator, act("account.locked", person, reason))))
                .as(transaction::transactional);
    }

    public Mono<Void> unlock(UUID person, String reason, Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_PEOPLE, PLATFORM, AccountProblem.PERSON_NOT_FOUND);
        return marked(database.sql("""
                        update account.people
                           set locked_at = null, locked_by = null, lock_reason = null
                         where id = :person
                           and kind = 'MEMBER'
                        """).bind("person", person))
                .then(Mono.defer(() -> audit.record(administrator, act("account.unlocked", person, reason))))
                .as(transaction::transactional);
    }

    private static Mono<Long> marked(DatabaseClient.GenericExecuteSpec sql) {
        return sql.fetch()
                .rowsUpdated()
                .filter(found -> found == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.PERSON_NOT_FOUND)));
    }

    private static Act act(String action, UUID person, String reason) {
        return Act.of(action, Act.Owner.person(person)).on(person).because(reason);
    }

    /** Ends every session of somebody whose account may be in other hands. */
    public Mono<Void> signOut(UUID person, String reason, Caller administrator) {
        administrator.mustBeAllowed(Permission.PLATFORM_PEOPLE, PLATFORM, AccountProblem.PERSON_NOT_FOUND);
        return people.find(person)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.PERSON_NOT_FOUND)))
                .flatMap(found -> sessions.endAll(person, null)
                        .then(audit.record(administrator, act("account.signed-out", person, reason))))
                .as(transaction::transactional);
    }
}
