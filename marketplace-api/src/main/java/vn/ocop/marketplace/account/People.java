package vn.ocop.marketplace.account;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on people. */
@Repository
class People {

    private final DatabaseClient database;
    private final Clock clock;

    People(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a member signs in with; without a password only codes and identity providers open the door. */
    record Credentials(UUID id, @Nullable String passwordHash) {}

    /** Someone who has shown that the login is theirs. */
    record NewMember(String name, Login login, @Nullable String passwordHash) {}

    Mono<UUID> addMember(NewMember member) {
        return filled(database.sql("""
                insert into account.people
                       (kind, name, phone, email, password_hash, created_at, phone_verified_at, email_verified_at)
                values ('MEMBER', :name, :phone, :email, :hash, :now,
                        case when :phone::text is not null then :now::timestamptz end,
                        case when :email::text is not null then :now::timestamptz end)
                returning id
                """), member)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .onErrorMap(DuplicateKeyException.class, People::taken);
    }

    /** The member with this phone, or a new one who has not shown yet that it is theirs. */
    Mono<UUID> findOrAddUnproven(String name, String phone) {
        return database.sql("select id from account.people where kind = 'MEMBER' and phone = :phone")
                .bind("phone", phone)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .switchIfEmpty(Mono.defer(() -> database.sql("""
                                insert into account.people (kind, name, phone, created_at)
                                values ('MEMBER', :name, :phone, :now)
                                returning id
                                """)
                        .bind("name", name)
                        .bind("phone", phone)
                        .bind("now", clock.instant())
                        .map(row -> Rows.get(row, "id", UUID.class))
                        .one()));
    }

    /** Fills in a guest's row; empty when the person is no guest any more. */
    Mono<UUID> promote(UUID guest, NewMember member) {
        return filled(database.sql("""
                update account.people
                   set kind = 'MEMBER', name = :name, phone = :phone, email = :email, password_hash = :hash,
                       phone_verified_at = case when :phone::text is not null then :now::timestamptz end,
                       email_verified_at = case when :email::text is not null then :now::timestamptz end
                 where id = :id
                   and kind = 'GUEST'
                returning id
                """), member)
                .bind("id", guest)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .onErrorMap(DuplicateKeyException.class, People::taken);
    }

    private DatabaseClient.GenericExecuteSpec filled(DatabaseClient.GenericExecuteSpec sql, NewMember member) {
        return sql.bind("name", member.name())
                .bind("now", clock.instant())
                .bind("hash", orNull(member.passwordHash(), String.class))
                .bind("phone", orNull(member.login().phone(), String.class))
                .bind("email", orNull(member.login().email(), String.class));
    }

    Mono<Map<UUID, String>> names(Set<UUID> ids) {
        return database.sql("select id, name from account.people where id = any(:ids) and name is not null")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(Rows.get(row, "id", UUID.class), Rows.get(row, "name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * The member with this login, whose contact is proven now. Whoever set a password before anyone had proven it may
     * have been somebody else: such a password and its sessions go.
     */
    Mono<UUID> proven(Login login) {
        return database.sql("""
                with member as (
                    select id, (case when phone = :phone::text then phone_verified_at else email_verified_at end) is null
                               and identity_verified_at is null as new
                      from account.people
                     where kind = 'MEMBER'
                       and (phone = :phone::text or email = :email::text)
                       for update),
                ended as (
                    delete from account.sessions s using member m where s.person_id = m.id and m.new)
                update account.people p
                   set password_hash = case when m.new then null else p.password_hash end,
                       phone_verified_at = case when p.phone = :phone::text then coalesce(p.phone_verified_at, :now)
                                                else p.phone_verified_at end,
                       email_verified_at = case when p.email = :email::text then coalesce(p.email_verified_at, :now)
                                                else p.email_verified_at end
                  from member m
                 where p.id = m.id
                returning p.id
                """)
                .bind("now", clock.instant())
                .bind("phone", orNull(login.phone(), String.class))
                .bind("email", orNull(login.email(), String.class))
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    Mono<Boolean> exists(Login login) {
        return credentials(login).hasElement();
    }

    /** Puts a proven contact in the place of the one of its kind. */
    Mono<Void> setContact(UUID id, Login login) {
        return database.sql("""
                update account.people
                   set phone = coalesce(:phone::text, phone),
                       email = coalesce(:email::text, email),
                       phone_verified_at = case when :phone::text is null then phone_verified_at else :now end,
                       email_verified_at = case when :email::text is null then email_verified_at else :now end
                 where id = :id
                   and kind = 'MEMBER'
                """)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("phone", orNull(login.phone(), String.class))
                .bind("email", orNull(login.email(), String.class))
                .then()
                .onErrorMap(DuplicateKeyException.class, People::taken);
    }

    Mono<Void> rename(UUID id, String name) {
        return database.sql("update account.people set name = :name where id = :id and kind = 'MEMBER'")
                .bind("id", id)
                .bind("name", name)
                .then();
    }

    Mono<Void> setPassword(UUID id, String hash) {
        return database.sql("update account.people set password_hash = :hash where id = :id and kind = 'MEMBER'")
                .bind("id", id)
                .bind("hash", hash)
                .then();
    }

    Mono<Credentials> credentials(UUID id) {
        return database.sql("select id, password_hash from account.people where id = :id and kind = 'MEMBER'")
                .bind("id", id)
                .map(People::readCredentials)
                .one();
    }

    private static Credentials readCredentials(Readable row) {
        return new Credentials(Rows.get(row, "id", UUID.class), row.get("password_hash", String.class));
    }

    private static ProblemException taken(DuplicateKeyException duplicate) {
        return String.valueOf(duplicate.getMessage()).contains("email")
                ? new ProblemException(AccountProblem.EMAIL_TAKEN)
                : new ProblemException(AccountProblem.PHONE_TAKEN);
    }

    Mono<Credentials> credentials(Login login) {
        return database.sql("""
                select id, password_hash
                  from account.people
                 where kind = 'MEMBER'
                   and (phone = :phone::text or email = :email::text)
                """)
                .bind("phone", orNull(login.phone(), String.class))
                .bind("email", orNull(login.email(), String.class))
                .map(People::readCredentials)
                .one();
    }

    Mono<Person> find(UUID id) {
        return database.sql("""
                select id, kind, name, phone, email, password_hash is not null as has_password,
                       phone_verified_at is not null as phone_verified, email_verified_at is not null as email_verified
                  from account.people
                 where id = :id
                """).bind("id", id).map(People::person).one();
    }

    private static Person person(Readable row) {
        return new Person(
                Rows.get(row, "id", UUID.class),
                row.get("name", String.class),
                row.get("phone", String.class),
                row.get("email", String.class),
                "GUEST".equals(row.get("kind", String.class)),
                Rows.get(row, "has_password", Boolean.class),
                Rows.get(row, "phone_verified", Boolean.class),
                Rows.get(row, "email_verified", Boolean.class));
    }
}
