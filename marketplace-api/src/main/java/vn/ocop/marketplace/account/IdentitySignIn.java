package vn.ocop.marketplace.account;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;

/**
 * Signs in whom the identity provider vouches for, or binds its word to the account of whoever is signed in already;
 * either way the account's assurance rises to {@link Assurance#IDENTITY}.
 */
@Service
public class IdentitySignIn {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String BETWEEN = " ";

    private final IdentityProvider provider;
    private final DatabaseClient database;
    private final People people;
    private final Sessions sessions;
    private final SignIn signIn;
    private final SecretBox secrets;
    private final Clock clock;
    private final TransactionalOperator transaction;

    IdentitySignIn(
            IdentityProvider provider,
            DatabaseClient database,
            People people,
            Sessions sessions,
            SignIn signIn,
            SecretBox secrets,
            Clock clock,
            TransactionalOperator transaction) {
        this.provider = provider;
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.signIn = signIn;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The browser goes to the address; it must come back with the state. */
    public record Begun(URI address, String state) {}

    private record Pending(IdentityProvider.Secrets secrets, Optional<UUID> member) {}

    public Optional<String> providerName() {
        return provider.name();
    }

    /** Begins for anyone, or for a member who wants to be vouched for. */
    public Mono<Begun> begin(@Nullable Caller caller) {
        var member = caller == null || caller.guest() ? null : caller.id();
        return provider.start()
                .delayUntil(start -> remember(start, member))
                .map(start -> new Begun(start.address(), start.state()));
    }

    private Mono<Void> remember(IdentityProvider.Start start, @Nullable UUID member) {
        return database.sql("""
                insert into account.identity_sign_ins (state_hash, sealed, person_id, expires_at)
                values (:state, :sealed, :person, :expires)
                """)
                .bind("state", Sessions.hash(start.state()))
                .bind(
                        "sealed",
                        secrets.seal(start.secrets().nonce()
                                + BETWEEN
                                + start.secrets().verifier()))
                .bind("expires", clock.instant().plus(LIFE))
                .bind("person", orNull(member, UUID.class))
                .then();
    }

    /** A state is good once, whatever comes of it. */
    public Mono<SignIn.Outcome> complete(String state, String code, SignIn.From from) {
        return pending(state)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.IDENTITY_REFUSED)))
                .flatMap(pending -> provider.redeem(code, pending.secrets())
                        .flatMap(vouched -> member(vouched, pending.member(), from.caller())))
                .flatMap(member -> signIn.firstFactorGiven(member, from));
    }

    private Mono<Pending> pending(String state) {
        return database.sql("""
                delete from account.identity_sign_ins
                 where state_hash = :state
                   and expires_at > :now
                returning sealed, person_id
                """)
                .bind("state", Sessions.hash(state))
                .bind("now", clock.instant())
                .map(row -> {
                    var opened = secrets.open(Rows.get(row, "sealed", byte[].class));
                    int between = opened.indexOf(BETWEEN);
                    return new Pending(
                            new IdentityProvider.Secrets(opened.substring(0, between), opened.substring(between + 1)),
                            Optional.ofNullable(row.get("person_id", UUID.class)));
                })
                .one();
    }

    private Mono<UUID> member(IdentityProvider.Vouched vouched, Optional<UUID> linking, @Nullable Caller caller) {
        return known(vouched)
                .doOnNext(known -> {
                    if (linking.isPresent() && !linking.get().equals(known)) {
                        throw new ProblemException(AccountProblem.IDENTITY_TAKEN);
                    }
                })
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(linking)
                        .switchIfEmpty(Mono.defer(() -> byContact(vouched, caller)))
                        .delayUntil(member -> link(vouched, member))
                        .as(transaction::transactional)))
                .doOnNext(sessions::forget);
    }

    private Mono<UUID> known(IdentityProvider.Vouched vouched) {
        return database.sql("select person_id from account.identities where issuer = :issuer and subject = :subject")
                .bind("issuer", vouched.issuer())
                .bind("subject", vouched.subject())
                .map(row -> Rows.get(row, "person_id", UUID.class))
                .one();
    }

    /** The account of a phone or e-mail that the provider has verified, or a new one. */
    private Mono<UUID> byContact(IdentityProvider.Vouched vouched, @Nullable Caller caller) {
        if (vouched.phone() == null && vouched.email() == null) {
            return Mono.error(new ProblemException(AccountProblem.IDENTITY_REFUSED));
        }
        var login = vouched.phone() != null ? new Login(vouched.phone(), null) : new Login(null, vouched.email());
        var name = vouched.name() == null ? login.masked() : vouched.name();
        var member = new People.NewMember(name.substring(0, Math.min(100, name.length())), login, null);
        return people.proven(login)
                .switchIfEmpty(Mono.defer(
                        () -> caller != null && caller.guest() ? people.promote(caller.id(), member) : Mono.empty()))
                .switchIfEmpty(Mono.defer(() -> people.addMember(member)));
    }

    private Mono<Void> link(IdentityProvider.Vouched vouched, UUID member) {
        return database.sql("""
                with linked as (
                    insert into account.identities (issuer, subject, person_id, linked_at)
                    values (:issuer, :subject, :person, :now))
                update account.people set identity_verified_at = :now where id = :person
                """)
                .bind("issuer", vouched.issuer())
                .bind("subject", vouched.subject())
                .bind("person", member)
                .bind("now", clock.instant())
                .then()
                .onErrorMap(DuplicateKeyException.class, twice -> new ProblemException(AccountProblem.IDENTITY_TAKEN));
    }
}
