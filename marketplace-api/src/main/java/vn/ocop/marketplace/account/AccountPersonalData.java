package vn.ocop.marketplace.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this module knows of people; it forgets last, since the others refer to it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccountPersonalData implements PersonalData {

    private static final String PERSON = "person";

    private final DatabaseClient database;
    private final MembershipRepository memberships;

    AccountPersonalData(DatabaseClient database, MembershipRepository memberships) {
        this.database = database;
        this.memberships = memberships;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Mono<Object> export(UUID person) {
        return Mono.zip(
                        rows(person, """
                                select name, phone, email, created_at, phone_verified_at, email_verified_at,
                                       identity_verified_at
                                  from account.people where id = :person
                                """),
                        rows(person, """
                                select device, created_at, last_seen_at, expires_at
                                  from account.sessions where person_id = :person order by created_at
                                """),
                        rows(person, """
                                select kind, scope, owner, permissions, created_at
                                  from account.memberships where person_id = :person order by created_at
                                """),
                        rows(person, """
                                select purpose, version, granted, at
                                  from account.consents where person_id = :person order by id
                                """),
                        rows(person, """
                                select at, action, on_behalf, owner_kind, owner_scope
                                  from account.audit_log where actor_id = :person order by id desc limit 1000
                                """),
                        rows(person, """
                                select agent_kind, agent_scope, household_name, phone, permissions, valid_to, method,
                                       agreed_at, confirmed_at, ended_at
                                  from account.mandates where household_id = :person order by id
                                """))
                .map(known -> {
                    var all = new LinkedHashMap<String, Object>();
                    all.put("person", known.getT1());
                    all.put("sessions", known.getT2());
                    all.put("memberships", known.getT3());
                    all.put("consents", known.getT4());
                    all.put("acts", known.getT5());
                    all.put("mandates", known.getT6());
                    return all;
                });
    }

    private Mono<Iterable<Map<String, Object>>> rows(UUID person, String sql) {
        return database.sql(sql)
                .bind(PERSON, person)
                .fetch()
                .all()
                .map(AccountPersonalData::readable)
                .collectList()
                .map(rows -> rows);
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        var readable = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> {
            if (value != null) {
                readable.put(column, value instanceof OffsetDateTime time ? Instant.from(time) : value);
            }
        });
        return readable;
    }

    @Override
    public Mono<String> reasonToKeep(UUID person) {
        return memberships.isLastOwnerAnywhere(person).filter(last -> last).map(last -> "field.last-owner");
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return Flux.just(
                        """
                        update account.mandates
                           set household_name = '-', phone = '', ended_at = coalesce(ended_at, confirmed_at, created_at)
                         where household_id = :person
                        """,
                        "delete from account.saved_views where person_id = :person",
                        "delete from account.memberships where person_id = :person",
                        "delete from account.recovery_codes where person_id = :person",
                        "delete from account.authenticators where person_id = :person",
                        "delete from account.half_sign_ins where person_id = :person",
                        "delete from account.identities where person_id = :person",
                        "delete from account.sessions where person_id = :person",
                        """
                        delete from account.one_time_codes c using account.people p
                         where p.id = :person and c.destination in (p.phone, p.email)
                        """,
                        """
                        delete from account.failed_sign_ins f using account.people p
                         where p.id = :person and f.subject in (p.phone, p.email)
                        """,
                        """
                        update account.people
                           set kind = 'ERASED', name = null, phone = null, email = null, password_hash = null,
                               phone_verified_at = null, email_verified_at = null, identity_verified_at = null
                         where id = :person
                        """)
                .concatMap(sql -> database.sql(sql).bind(PERSON, person).then())
                .then();
    }
}
