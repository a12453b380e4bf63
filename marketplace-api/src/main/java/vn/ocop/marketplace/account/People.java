package vn.ocop.marketplace.account;

import io.r2dbc.spi.Readable;
import java.time.Clock;
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

    record Credentials(UUID id, String passwordHash) {}

    Mono<UUID> addMember(String name, Login login, String passwordHash) {
        return named(database.sql("""
                insert into account.people (kind, name, phone, email, password_hash, created_at)
                values ('MEMBER', :name, :phone, :email, :hash, :now)
                returning id
                """), name, login, passwordHash)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .onErrorMap(DuplicateKeyException.class, People::taken);
    }

    /** Fills in a guest's row; empty when the person is no guest any more. */
    Mono<UUID> promote(UUID guest, String name, Login login, String passwordHash) {
        return named(database.sql("""
                update account.people
                   set kind = 'MEMBER', name = :name, phone = :phone, email = :email, password_hash = :hash
                 where id = :id
                   and kind = 'GUEST'
                returning id
                """), name, login, passwordHash)
                .bind("id", guest)
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .onErrorMap(DuplicateKeyException.class, People::taken);
    }

    private static DatabaseClient.GenericExecuteSpec named(
            DatabaseClient.GenericExecuteSpec sql, String name, Login login, String passwordHash) {
        var spec = sql.bind("name", name).bind("hash", passwordHash);
        spec = bind(spec, "phone", login.phone());
        return bind(spec, "email", login.email());
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }

    private static ProblemException taken(DuplicateKeyException duplicate) {
        return String.valueOf(duplicate.getMessage()).contains("email")
                ? new ProblemException(AccountProblem.EMAIL_TAKEN)
                : new ProblemException(AccountProblem.PHONE_TAKEN);
    }

    Mono<Credentials> credentials(Login login) {
        return bind(bind(database.sql("""
                select id, password_hash
                  from account.people
                 where kind = 'MEMBER'
                   and (phone = :phone::text or email = :email::text)
                """), "phone", login.phone()), "email", login.email())
                .map(row ->
                        new Credentials(Rows.get(row, "id", UUID.class), Rows.get(row, "password_hash", String.class)))
                .one();
    }

    Mono<Person> find(UUID id) {
        return database.sql("select id, kind, name, phone, email from account.people where id = :id")
                .bind("id", id)
                .map(People::person)
                .one();
    }

    private static Person person(Readable row) {
        return new Person(
                Rows.get(row, "id", UUID.class),
                row.get("name", String.class),
                row.get("phone", String.class),
                row.get("email", String.class),
                "GUEST".equals(row.get("kind", String.class)));
    }
}
